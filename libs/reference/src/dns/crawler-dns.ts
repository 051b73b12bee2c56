import {
  compareAddresses,
  familyOf,
  type IpAddress,
  parseIpAddress,
} from '../address/ip-address.js';
import { isGloballyRouted } from '../ranges/globally-routed.js';
import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { type DnsAnswer, type DnsPort } from './dns-port.js';
import { hostSuffixes } from './host-suffixes.js';
import { RateLimit } from './rate-limit.js';
import { reverseName } from './reverse-name.js';

/**
 * What DNS says of a crawler's claim: the address is the operator's, is somebody else's, or nothing (no answer, no
 * documented host names, too many questions).
 */
export type DnsVerdict = 'verified' | 'impostor' | 'none';

export interface CrawlerDnsOptions {
  /** Most questions a second; above that the answer is `none`, and asked again in the next cycle. */
  readonly questionsPerSecond: number;
  /** An answer is remembered for its TTL within these bounds. */
  readonly leastTtlSeconds: number;
  readonly mostTtlSeconds: number;
  /** Most answers remembered; the oldest go first. */
  readonly mostAnswers: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** A name server's list of names for one address is cut here: nobody needs more, and each costs a question. */
const MOST_NAMES = 4;

interface Remembered {
  readonly verdict: DnsVerdict;
  readonly until: number;
}

/**
 * Forward-confirmed reverse DNS, as search engines document it: the address has a name (PTR) in the operator's domain, and that
 * name has the address (A, AAAA). A PTR alone proves nothing, since whoever holds an address names it as they like.
 * An address without any name in the domain is an impostor's; one whose name does not lead back is too.
 * Trouble with DNS is never held against a visitor.
 */
export class CrawlerDns {
  readonly #dns: DnsPort;
  readonly #options: CrawlerDnsOptions;
  readonly #limit: RateLimit;
  readonly #remembered = new Map<string, Remembered>();

  constructor(dns: DnsPort, options: CrawlerDnsOptions) {
    this.#dns = dns;
    this.#options = options;
    this.#limit = new RateLimit(options.questionsPerSecond, options.now);
  }

  async verify(crawler: DeclaredCrawler, address: string): Promise<DnsVerdict> {
    const suffixes = hostSuffixes(crawler.operator);
    const parsed = parseIpAddress(address);
    if (suffixes.length === 0 || parsed === null || !isGloballyRouted(parsed)) return 'none';
    const key = `${crawler.operator} ${address}`;
    const known = this.#remembered.get(key);
    if (known !== undefined && known.until > this.#options.now()) return known.verdict;
    return this.#ask(key, parsed, suffixes).catch(() => 'none');
  }

  async #ask(key: string, address: IpAddress, suffixes: readonly string[]): Promise<DnsVerdict> {
    if (!this.#limit.take()) return 'none';
    const names = await this.#dns.namesOf(reverseName(address));
    const own = names.values.map(hostName).filter((name) => isWithin(name, suffixes));
    if (own.length === 0) return this.#remember(key, 'impostor', names.ttlSeconds);
    let ttlSeconds = names.ttlSeconds;
    for (const name of own.slice(0, MOST_NAMES)) {
      if (!this.#limit.take()) return 'none';
      const family = familyOf(address) === 'ipv4' ? 4 : 6;
      const answer = await this.#dns.addressesOf(name, family);
      ttlSeconds = Math.min(ttlSeconds, answer.ttlSeconds);
      if (leadsTo(answer, address)) return this.#remember(key, 'verified', ttlSeconds);
    }
    return this.#remember(key, 'impostor', ttlSeconds);
  }

  #remember(key: string, verdict: DnsVerdict, ttlSeconds: number): DnsVerdict {
    const { leastTtlSeconds, mostTtlSeconds, mostAnswers, now } = this.#options;
    const held = Math.max(leastTtlSeconds, Math.min(mostTtlSeconds, ttlSeconds));
    this.#remembered.delete(key);
    this.#remembered.set(key, { verdict, until: now() + held * 1000 });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostAnswers && oldest !== undefined)
      this.#remembered.delete(oldest);
    return verdict;
  }
}

const hostName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const isWithin = (name: string, suffixes: readonly string[]): boolean =>
  suffixes.some((suffix) => name.endsWith(suffix));

function leadsTo({ values }: DnsAnswer, wanted: IpAddress): boolean {
  const addresses = values.map(parseIpAddress);
  return addresses.some((address) => address !== null && compareAddresses(address, wanted) === 0);
}
