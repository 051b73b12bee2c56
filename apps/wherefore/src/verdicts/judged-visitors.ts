import { type EnforcedRequests } from '#libs/store';
import { type VerdictLine } from './verdict-line.js';

/** As much of a verdict line as comparisons need: evidence is left behind, a log may hold a million visitors. */
export type JudgedVisitor = Pick<
  VerdictLine,
  'visitor' | 'nature' | 'intent' | 'score' | 'action' | 'requests'
>;

/** The judged visitors of one run, found by address, and by user agent behind an address. */
export class JudgedVisitors {
  readonly #addresses = new Map<string, JudgedVisitor>();
  readonly #agents = new Map<string, Map<string, JudgedVisitor>>();
  readonly #enforced = new Map<string, EnforcedRequests>();

  add(line: VerdictLine): void {
    const { visitor, nature, intent, score, action, requests } = line;
    const judged = { visitor, nature, intent, score, action, requests };
    const address = line.addresses[0] ?? visitor.value;
    if (visitor.type === 'address') this.#addresses.set(address, judged);
    else this.#addAgent(address, judged);
  }

  addEnforced(requests: EnforcedRequests): void {
    this.#enforced.set(`${requests.address}|${requests.agent}`, requests);
  }

  /** Requests of a user agent that came while a verdict on its address was in force. */
  enforcedOn(address: string, userAgent: string): Pick<EnforcedRequests, 'blocked' | 'hindered'> {
    return this.#enforced.get(`${address}|${userAgent}`) ?? { blocked: 0, hindered: 0 };
  }

  ofAddress(address: string): JudgedVisitor | undefined {
    return this.#addresses.get(address);
  }

  ofAgent(address: string, userAgent: string): JudgedVisitor | undefined {
    return this.#agents.get(address)?.get(userAgent);
  }

  /** The user agents behind an address that were judged apart. */
  agentsOf(address: string): ReadonlyMap<string, JudgedVisitor> {
    return this.#agents.get(address) ?? new Map<string, JudgedVisitor>();
  }

  #addAgent(address: string, judged: JudgedVisitor): void {
    const agents = this.#agents.get(address) ?? new Map<string, JudgedVisitor>();
    agents.set(judged.visitor.value.slice(address.length + 1), judged);
    this.#agents.set(address, agents);
  }
}
