import { parseCidr } from '#libs/traffic';

/** Whether two blocks (or addresses) have an address in common. False where one is no block. */
export function cidrOverlap(one: string, other: string): boolean {
  const a = parseCidr(one);
  const b = parseCidr(other);
  if (a === null || b === null) return false;
  if (a.bytes.length !== b.bytes.length) return false;
  const shared = Math.min(a.length, b.length);
  return a.bytes.every((byte, i) => {
    const bits = Math.max(0, Math.min(8, shared - i * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return (byte & mask) === ((b.bytes[i] ?? 0) & mask);
  });
}
