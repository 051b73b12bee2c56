import { textOf } from './json-value.js';

/** TLS versions by their number on the wire (RFC 8446, section 4.2.1). */
const VERSIONS = new Map([
  [0x0300, 'SSLv3'],
  [0x0301, '1.0'],
  [0x0302, '1.1'],
  [0x0303, '1.2'],
  [0x0304, '1.3'],
]);

/** `772` → `1.3`; a text, or a number nobody knows, as it is. */
export function tlsVersionName(version: unknown): string {
  return VERSIONS.get(Number(version)) ?? textOf(version);
}
