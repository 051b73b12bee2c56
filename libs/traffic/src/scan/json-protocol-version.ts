import { protocolVersion } from './request-line.js';

const NAMES = new Map([
  ['HTTP/1.1', '1.1'],
  ['HTTP/2.0', '2'],
  ['HTTP/2', '2'],
  ['HTTP/1.0', '1.0'],
  ['H2', '2'],
  ['H2C', '2'],
  ['H3', '3'],
  ['HTTP2', '2'],
  ['HTTP3', '3'],
]);
const LONGEST = 16;

/** The HTTP version of `HTTP/2`, `http/1.1`, `h2`, or Azure's `2.0.0.0`; `''` where it is none. */
export function jsonProtocolVersion(text: string): string {
  const known = protocolVersion(text);
  if (known !== '' || text.length > LONGEST) return known;
  const upper = text.toUpperCase();
  return NAMES.get(upper) ?? protocolVersion(upper.endsWith('.0.0') ? upper.slice(0, -4) : upper);
}
