import { type IpAddress } from '../address/ip-address.js';
import { AddressRanges } from './address-ranges.js';

/**
 * Addresses that are nobody's on the public internet: the IANA special-purpose registries for IPv4 and
 * IPv6 (RFC 6890 and its updates), multicast and the reserved 240.0.0.0/4.
 */
const SPECIAL_PURPOSE = new AddressRanges([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/8',
  '100::/8',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
  '5f00::/16',
  'fc00::/6',
]);

/** Whether public lists and routing data can speak about an address at all. */
export function isGloballyRouted(address: IpAddress): boolean {
  return !SPECIAL_PURPOSE.has(address);
}
