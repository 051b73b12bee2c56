import ipaddr from 'ipaddr.js';
import { AddressTableBuilder } from '../address/address-table-builder.js';
import { type AddressTable } from '../address/address-table.js';
import {
  type AddressFamily,
  compareAddresses,
  familyOf,
  type IpAddress,
  parseIpAddress,
} from '../address/ip-address.js';

interface Prefix {
  readonly first: IpAddress;
  readonly last: IpAddress;
}

/** A set of prefixes of both families, asked by binary search. Immutable. */
export class AddressRanges {
  readonly #tables: Readonly<Record<AddressFamily, AddressTable>>;

  /** @throws Error when a prefix is not in CIDR notation. */
  constructor(prefixes: readonly string[]) {
    const parsed = prefixes.map(parsePrefix).sort((x, y) => compareAddresses(x.first, y.first));
    this.#tables = { ipv4: tableOf('ipv4', parsed), ipv6: tableOf('ipv6', parsed) };
  }

  has(address: IpAddress): boolean {
    return this.#tables[familyOf(address)].valueAt(address) !== 0;
  }
}

function tableOf(family: AddressFamily, prefixes: readonly Prefix[]): AddressTable {
  const builder = new AddressTableBuilder(family);
  for (const { first, last } of prefixes) {
    if (familyOf(first) === family) builder.add(first, last, 1);
  }
  return builder.finish();
}

/** First and last address of a prefix in CIDR notation. @throws Error for anything else. */
function parsePrefix(prefix: string): Prefix {
  const [address] = ipaddr.parseCIDR(prefix);
  const family = address instanceof ipaddr.IPv4 ? ipaddr.IPv4 : ipaddr.IPv6;
  const first = parseIpAddress(family.networkAddressFromCIDR(prefix).toString());
  const last = parseIpAddress(family.broadcastAddressFromCIDR(prefix).toString());
  if (first === null || last === null) throw new Error(`not a prefix: ${prefix}`);
  return { first, last };
}
