import { parseCidr } from '#libs/traffic';

/**
 * A name that all addresses of one prefix (/24 of IPv4, /64 of IPv6) have in common, and the prefix in CIDR notation has, too; null for
 * what is neither. To be compared, not shown.
 */
export function prefixName(text: string): string | null {
  const block = parseCidr(text);
  if (block === null) return null;
  const { bytes } = block;
  return bytes.length === 4
    ? `4/${bytes.slice(0, 3).join('.')}`
    : `6/${bytes.slice(0, 8).join('.')}`;
}
