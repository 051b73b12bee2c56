import { familyOf, parseIpAddress } from '../address/ip-address.js';
import { countryOfNumber } from './country-number.js';
import { type NetworkFacts, UNKNOWN_NETWORK } from './network-facts.js';
import { type NetworkTables } from './network-tables.js';

/** Country numbers have ten bits. */
const COUNTRIES = 1_024;

/** Tells the network of an address; addresses of one system and country share one object. */
export class Networks {
  readonly #shared = new Map<number, NetworkFacts>([[0, UNKNOWN_NETWORK]]);

  /** @param organisations Names by autonomous system; empty to leave them out. */
  constructor(
    private readonly tables: NetworkTables,
    private readonly organisations: ReadonlyMap<number, string> = new Map(),
  ) {}

  /** The facts about an address in text; unknown for private addresses, host names and garbage. */
  networkOf(address: string): NetworkFacts {
    const parsed = parseIpAddress(address);
    if (parsed === null) return UNKNOWN_NETWORK;
    const isIpv4 = familyOf(parsed) === 'ipv4';
    const asn = this.tables[isIpv4 ? 'asn-ipv4' : 'asn-ipv6'].valueAt(parsed);
    const country = this.tables[isIpv4 ? 'country-ipv4' : 'country-ipv6'].valueAt(parsed);
    return this.#factsOf(asn, country);
  }

  #factsOf(asn: number, country: number): NetworkFacts {
    const key = asn * COUNTRIES + country;
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const organisation = this.organisations.get(asn);
    const facts = {
      asn,
      country: countryOfNumber(country),
      ...(organisation !== undefined && { organisation }),
    };
    this.#shared.set(key, facts);
    return facts;
  }
}
