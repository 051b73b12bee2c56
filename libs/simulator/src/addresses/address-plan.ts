import { Random } from '../chance/random.js';
import { stableHash } from '../chance/stable-hash.js';

/**
 * Where an address belongs. Nobody real is behind any of them: networks allocated to the United States military that
 * serve no consumers, and the documentation prefix 2001:db8::/32 (RFC 3849). Declared bots do not come from here; they use
 * their operators' published ranges. Each lease of `rented_prefix`, `phone_prefix` and `campus_prefix` is one /64 of IPv6 (out of the
 * documentation prefix 3fff::/20, RFC 9637): a rented server, a subscriber of a mobile network, a wireless network of a campus.
 */
export type AddressPool = 'residential' | 'mobile' | 'hosting' | 'office' | 'relay' | PrefixPool;

type PrefixPool = 'rented_prefix' | 'phone_prefix' | 'campus_prefix';

/** A run of addresses that nobody else gets; `at(n)` is stable for a seed. */
export interface AddressLease {
  readonly at: (index: number) => string;
}

interface Pool {
  /** First octet and the second octets' first value of each provider's /12. */
  readonly providers: readonly (readonly [number, number])[];
  /** How many neighbours of one lease share a /24: people are scattered, rented machines are not. */
  readonly neighbours: number;
  readonly ipv6Share: number;
}

const POOLS: Readonly<Record<Exclude<AddressPool, PrefixPool>, Pool>> = {
  residential: {
    providers: [
      [26, 16],
      [28, 32],
      [28, 192],
      [29, 64],
      [30, 80],
      [30, 224],
    ],
    neighbours: 1,
    ipv6Share: 0.14,
  },
  mobile: { providers: [[33, 128]], neighbours: 4, ipv6Share: 0 },
  hosting: {
    providers: [
      [11, 16],
      [11, 96],
      [11, 208],
    ],
    neighbours: 6,
    ipv6Share: 0,
  },
  office: { providers: [[22, 48]], neighbours: 1, ipv6Share: 0 },
  relay: { providers: [[21, 32]], neighbours: 24, ipv6Share: 0 },
};

/** Third groups of the addresses in pools of whole prefixes. */
const PREFIX_POOLS: Readonly<Record<PrefixPool, number>> = {
  rented_prefix: 1,
  phone_prefix: 2,
  campus_prefix: 3,
};

const isPrefixPool = (pool: AddressPool): pool is PrefixPool => pool in PREFIX_POOLS;

const NETWORKS_PER_PROVIDER = 4096;
/** Prime and far from a divisor of 4096: consecutive networks lie far apart. */
const STRIDE = 2477;

/** Gives every actor addresses of its own. The order of leases decides, so it must be the same in every run. */
export class AddressPlan {
  private readonly named = new Map<string, AddressLease>();
  private readonly given = new Map<AddressPool, number>();
  private readonly offset: number;

  constructor(private readonly seed: number) {
    this.offset = new Random(seed, 'address-plan').integer(0, NETWORKS_PER_PROVIDER - 1);
  }

  /** Reserves count addresses; the lease ends on a network boundary, so two leases share no /24 unless people do. */
  lease(pool: AddressPool, count: number): AddressLease {
    if (isPrefixPool(pool)) return this.prefix(pool);
    const { neighbours } = POOLS[pool];
    const first = this.given.get(pool) ?? 0;
    this.given.set(pool, first + Math.ceil(count / neighbours) * neighbours);
    return {
      at: (index) => {
        if (index >= count) throw new RangeError(`Only ${count} ${pool} addresses were leased.`);
        return this.address(pool, first + index);
      },
    };
  }

  /** The lease of a name: the same one for all who ask for the name. */
  shared(name: string, pool: AddressPool, count: number): AddressLease {
    const lease = this.named.get(name) ?? this.lease(pool, count);
    this.named.set(name, lease);
    return lease;
  }

  /** A /64 that nobody else gets, as many addresses as are asked for. */
  private prefix(pool: PrefixPool): AddressLease {
    const number = this.given.get(pool) ?? 0;
    this.given.set(pool, number + 1);
    const network = `3fff:${PREFIX_POOLS[pool]}:${hex(number >> 16)}:${hex(number & 65_535)}`;
    return {
      at: (index) =>
        `${network}:${['a', 'b', 'c'].map((part) => hex(stableHash(`${network}/${index}/${part}`, this.seed) % 65_535)).join(':')}:${hex(index % 65_535)}`,
    };
  }

  private address(pool: Exclude<AddressPool, PrefixPool>, number: number): string {
    const { providers, neighbours, ipv6Share } = POOLS[pool];
    const chance = stableHash(`${pool}/${number}`, this.seed);
    if (chance / 2 ** 32 < ipv6Share) return this.ipv6(pool, number);
    const network = Math.floor(number / neighbours);
    const [first, second] = providers[network % providers.length] ?? [26, 16];
    const turn = Math.floor(network / providers.length);
    const position = (turn * STRIDE + this.offset) % NETWORKS_PER_PROVIDER;
    const prefix = `${first}.${second + (position >> 8)}.${position & 255}`;
    // Once every network has been used, the next lap takes other hosts in them.
    const lap = Math.floor(turn / NETWORKS_PER_PROVIDER);
    const slot = (number % neighbours) + lap * neighbours;
    const host = 1 + ((slot * 7 + (stableHash(prefix, this.seed) % 97)) % 254);
    return `${prefix}.${host}`;
  }

  /** Eight non-zero groups: the canonical text of RFC 5952 needs no thought. */
  private ipv6(pool: AddressPool, number: number): string {
    const group = (name: string): string =>
      hex(stableHash(`${pool}/${number}/${name}`, this.seed) % 65_535);
    const site = hex(number % 65_535);
    return `2001:db8:${site}:${group('net')}:${['a', 'b', 'c', 'd'].map(group).join(':')}`;
  }
}

/** A group of an IPv6 address that is not zero. */
const hex = (number: number): string => (1 + number).toString(16);
