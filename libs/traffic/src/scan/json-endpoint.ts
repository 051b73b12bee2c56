import { parseIpv4 } from './ipv4.js';

/** An address with the port it may have been logged with. */
export interface Endpoint {
  readonly address: string;
  readonly port: number | null;
}

/** `192.0.2.1:443`, `[2001:db8::1]:443`, or either without port. Whatever is neither stays as it is. */
export function parseEndpoint(text: string): Endpoint {
  const colon = text.lastIndexOf(':');
  if (colon < 1) return { address: text, port: null };
  const address = text.slice(0, colon);
  const bracketed = address.startsWith('[') && address.endsWith(']');
  const port = portOf(text.slice(colon + 1));
  if (port === null || !(bracketed || parseIpv4(address) !== null || !address.includes(':'))) {
    return { address: text, port: null };
  }
  return { address: bracketed ? address.slice(1, -1) : address, port };
}

/** A port number from 1 to 65535, or null. */
export function portOf(value: unknown): number | null {
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : null;
}
