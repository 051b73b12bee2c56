import { isIpv4, type Ipv4Octets } from './scan/ipv4.js';
import { ipv6Text, parseIpv6 } from './scan/ipv6.js';

/** Longest text that can be an address with brackets, zone and port. */
const LONGEST = 80;

/**
 * An address in the text of RFC 5952: lower case, longest run of zeros as `::`, IPv4-mapped IPv6 as
 * dotted IPv4; port, brackets and zone id removed. `''` where the text is no address (host names, `-`).
 */
export function canonicalAddress(text: string): string {
  if (text.length < 2 || text.length > LONGEST) return '';
  const colon = text.indexOf(':');
  if (colon < 0) return isIpv4(text) ? text : '';
  if (text.includes('.') && text.lastIndexOf(':') === colon) return ipv4WithPort(text, colon);
  return canonicalIpv6(text);
}

function ipv4WithPort(text: string, colon: number): string {
  const address = text.slice(0, colon);
  if (isPort(text.slice(colon + 1)) && isIpv4(address)) return address;
  // One colon only, yet a dot: `::1.2.3.4` has two, so this is nothing.
  return '';
}

function canonicalIpv6(text: string): string {
  const groups = parseIpv6(bareIpv6(text));
  if (groups === null) return '';
  const mapped = mappedIpv4(groups);
  return mapped === null ? ipv6Text(groups) : mapped.join('.');
}

/** Without brackets, port behind the bracket, and zone id. */
function bareIpv6(text: string): string {
  let bare = text;
  if (bare.startsWith('[')) {
    const close = bare.indexOf(']');
    if (close < 0 || !isPortSuffix(bare.slice(close + 1))) return '';
    bare = bare.slice(1, close);
  }
  const zone = bare.indexOf('%');
  return zone < 0 ? bare : bare.slice(0, zone);
}

function isPortSuffix(text: string): boolean {
  return text === '' || (text.startsWith(':') && isPort(text.slice(1)));
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}

function mappedIpv4(groups: readonly number[]): Ipv4Octets | null {
  const [, , , , , marker = 0, high = 0, low = 0] = groups;
  if (marker !== 0xffff || groups.slice(0, 5).some((group) => group !== 0)) return null;
  return [high >> 8, high & 255, low >> 8, low & 255];
}
