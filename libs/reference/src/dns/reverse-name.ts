import { familyOf, type IpAddress } from '../address/ip-address.js';

/** The name under which an address's own names are asked for (PTR): RFC 1035 section 3.5, RFC 3596 section 2.5. */
export function reverseName(address: IpAddress): string {
  if (familyOf(address) === 'ipv4') {
    const octets = [24, 16, 8, 0].map((shift) => (address.d >>> shift) & 0xff);
    return `${octets.toReversed().join('.')}.in-addr.arpa`;
  }
  const words = [address.a, address.b, address.c, address.d];
  const digits = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const reversed = Array.from(digits, (digit) => digit).toReversed();
  return `${reversed.join('.')}.ip6.arpa`;
}
