import { prefixName } from '#libs/intent';
import { type EnforcedRequests, type FirstCondemnation } from '#libs/store';
import { type VerdictLine } from './verdict-line.js';

/** As much of a verdict line as comparisons need. */
export type JudgedVisitor = Pick<
  VerdictLine,
  'visitor' | 'nature' | 'intent' | 'score' | 'action' | 'requests' | 'campaign' | 'evidence'
>;

/** When a visitor key was first called malicious, and what it had done until then. */
export interface Detection {
  /** Event time from its first request to the end of the step that condemned it, in seconds. */
  readonly seconds: number;
  /** Its requests until then. */
  readonly requests: number;
}

/**
 * The judged visitors of one run, found by address, and by user agent behind an address. Told the addresses of interest, it keeps
 * no others and keeps their evidence; else it leaves evidence behind, because a log may hold a million visitors.
 */
export class JudgedVisitors {
  readonly #only: ReadonlySet<string> | undefined;
  readonly #addresses = new Map<string, JudgedVisitor>();
  readonly #agents = new Map<string, Map<string, JudgedVisitor>>();
  /** Those condemned as a whole, by `prefixName`. */
  readonly #prefixes = new Map<string | null, JudgedVisitor>();
  readonly #enforced = new Map<string, EnforcedRequests>();
  readonly #detections = new Map<string, Detection>();

  constructor(only?: ReadonlySet<string>) {
    this.#only = only;
  }

  add(line: VerdictLine): void {
    const { visitor } = line;
    const address = line.addresses[0] ?? visitor.value;
    if (this.#only?.has(address) === false) return;
    const judged = this.#neededOf(line);
    if (visitor.type === 'address') this.#addresses.set(address, judged);
    else if (visitor.type === 'address_user_agent') {
      this.#addAgent(address, visitor.value.slice(address.length + 1), judged);
    }
  }

  /**
   * Somebody condemned for what it called as an API client from one address: what was thought of its user agent there otherwise gives
   * way, unless that was condemned as well.
   */
  addCaller(agent: string, line: VerdictLine): void {
    const address = line.addresses[0] ?? '';
    if (this.#only?.has(address) === false) return;
    if (this.ofAgent(address, agent)?.intent.stance === 'malicious') return;
    this.#addAgent(address, agent, this.#neededOf(line));
  }

  /** A prefix that was condemned as a whole. */
  addPrefix(line: VerdictLine): void {
    this.#prefixes.set(prefixName(line.visitor.value), this.#neededOf(line));
  }

  addEnforced(requests: EnforcedRequests): void {
    this.#enforced.set(`${requests.address}|${requests.agent}`, requests);
  }

  addDetection(first: FirstCondemnation): void {
    this.#detections.set(`${first.key_type} ${first.key}`, {
      seconds: Math.max(0, (first.condemned_at - first.first_seen) / 1_000),
      requests: first.requests_until,
    });
  }

  /** How long it took to condemn this visitor; undefined where it never was. */
  detectionOf({ visitor }: JudgedVisitor): Detection | undefined {
    return this.#detections.get(`${visitor.type} ${visitor.value}`);
  }

  /** Requests of a user agent that came while a verdict on its address was in force. */
  enforcedOn(address: string, userAgent: string): Pick<EnforcedRequests, 'blocked' | 'hindered'> {
    return this.#enforced.get(`${address}|${userAgent}`) ?? { blocked: 0, hindered: 0 };
  }

  ofAddress(address: string): JudgedVisitor | undefined {
    return this.#addresses.get(address);
  }

  /** The prefix that was condemned as a whole with the address. */
  prefixAround(address: string): JudgedVisitor | undefined {
    return this.#prefixes.get(prefixName(address));
  }

  ofAgent(address: string, userAgent: string): JudgedVisitor | undefined {
    return this.#agents.get(address)?.get(userAgent);
  }

  /** The user agents behind an address that were judged apart. */
  agentsOf(address: string): ReadonlyMap<string, JudgedVisitor> {
    return this.#agents.get(address) ?? new Map<string, JudgedVisitor>();
  }

  #neededOf(line: VerdictLine): JudgedVisitor {
    const { visitor, nature, intent, score, action, requests, campaign } = line;
    const evidence = this.#only === undefined ? [] : line.evidence;
    return { visitor, nature, intent, score, action, requests, campaign, evidence };
  }

  #addAgent(address: string, agent: string, judged: JudgedVisitor): void {
    const agents = this.#agents.get(address) ?? new Map<string, JudgedVisitor>();
    agents.set(agent, judged);
    this.#agents.set(address, agents);
  }
}
