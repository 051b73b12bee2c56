import { type Judgement } from '../decision/judgement.js';
import { type BlastRadius, type OthersHit } from './blast-radius.js';
import { cidrOverlap } from './cidr-overlap.js';
import { type KnownVisitor } from './known-visitor.js';

/**
 * Who else was there in the last 24 hours: tells of a key whom a verdict on it would hit besides. Each visitor counts once: user agents
 * and sessions at an address are the same requests told apart in two ways, and the way that tells more of them counts.
 */
export class Neighbourhood {
  readonly #byAddress = new Map<string, KnownVisitor[]>();
  readonly #byAgent = new Map<string, KnownVisitor[]>();
  readonly #byClient = new Map<string, KnownVisitor[]>();

  /** Of the same key the first counts. */
  constructor(visitors: readonly KnownVisitor[]) {
    const seen = new Set<string>();
    for (const visitor of visitors) {
      const name = `${visitor.keyType}/${visitor.key}`;
      if (seen.has(name)) continue;
      seen.add(name);
      this.#add(visitor);
    }
  }

  /** Null for a whole network: the log's visitors are not kept by network. */
  blastRadiusOf(judgement: Judgement): BlastRadius | null {
    const { keyType, key, features } = judgement;
    const { address } = features;
    switch (keyType) {
      case 'address':
        return alike(this.#at(address, key));
      case 'address_user_agent':
        return {
          ...this.#sessionsOf(address, features.userAgent),
          addressOnly: this.#at(address, key),
        };
      case 'session':
        return { ...nobody, addressOnly: this.#at(address, key) };
      case 'prefix':
        return alike(countOthers(this.#within(key)));
      case 'fingerprint':
        return this.#ofFingerprint(key);
      case 'api_client':
        return alike(allPeople(this.#behind(key)));
      case 'api_sub_visitor':
        return {
          ...nobody,
          addressOnly: allPeople(this.#behind(clientOf(key)).filter((one) => one.key !== key)),
        };
      case 'network':
        return null;
    }
  }

  #add(visitor: KnownVisitor): void {
    append(this.#byAddress, visitor.address, visitor);
    if (visitor.keyType === 'api_sub_visitor')
      append(this.#byClient, clientOf(visitor.key), visitor);
    else if (visitor.keyType !== 'session') append(this.#byAgent, visitor.userAgent, visitor);
  }

  /** Whoever is told apart at an address, but for the visitor itself. */
  #at(address: string, key: string): OthersHit {
    const behind = (this.#byAddress.get(address) ?? []).filter(
      ({ keyType, key: other }) =>
        other !== key && (keyType === 'address_user_agent' || keyType === 'session'),
    );
    return countOthers(behind);
  }

  #sessionsOf(address: string, userAgent: string): OthersHit {
    const isIt = (one: KnownVisitor): boolean =>
      one.keyType === 'session' && one.userAgent === userAgent;
    return countOthers((this.#byAddress.get(address) ?? []).filter(isIt));
  }

  #within(prefix: string): readonly KnownVisitor[] {
    const inside = [...this.#byAddress].filter(([address]) => cidrOverlap(address, prefix));
    return inside.flatMap(([, visitors]) =>
      visitors.filter(({ keyType }) => keyType === 'address'),
    );
  }

  #ofFingerprint(key: string): BlastRadius {
    const bearers = this.#byAgent.get(key.slice(0, key.lastIndexOf('|'))) ?? [];
    const addresses = [...new Set(bearers.map(({ address }) => address))];
    const there = addresses.flatMap((address) => this.#byAddress.get(address) ?? []);
    return {
      ...countOthers(onePerAddress(bearers)),
      addressOnly: countOthers(onePerAddress(there)),
    };
  }

  #behind(client: string): readonly KnownVisitor[] {
    return this.#byClient.get(client) ?? [];
  }
}

const nobody: OthersHit = { visitors: 0, people: 0, verifiedBots: 0 };

/** The key is the address, or all of them. */
const alike = (others: OthersHit): BlastRadius => ({ ...others, addressOnly: others });

function countOthers(visitors: readonly KnownVisitor[]): OthersHit {
  const innocent = visitors.filter(({ stance }) => stance !== 'malicious');
  const count = (holds: (one: KnownVisitor) => boolean): number => {
    const counted = innocent.filter(holds);
    const sessions = counted.filter(({ keyType }) => keyType === 'session').length;
    return Math.max(sessions, counted.length - sessions);
  };
  return {
    visitors: count(() => true),
    people: count(({ nature }) => nature === 'human'),
    verifiedBots: count(({ nature }) => nature === 'verified_bot'),
  };
}

/** Behind an API client everybody is a person until shown otherwise: its software makes all calls alike. */
function allPeople(visitors: readonly KnownVisitor[]): OthersHit {
  const innocent = visitors.filter(({ stance }) => stance !== 'malicious').length;
  return { visitors: innocent, people: innocent, verifiedBots: 0 };
}

/** An address and the only user agent behind it are one visitor. */
function onePerAddress(visitors: readonly KnownVisitor[]): readonly KnownVisitor[] {
  const finer = new Set(
    visitors.filter(({ keyType }) => keyType !== 'address').map(({ address }) => address),
  );
  return visitors.filter(({ keyType, address }) => keyType !== 'address' || !finer.has(address));
}

const clientOf = (subVisitor: string): string => subVisitor.slice(0, subVisitor.lastIndexOf('|'));

function append<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [one]);
  else list.push(one);
}
