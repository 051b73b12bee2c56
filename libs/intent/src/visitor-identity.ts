/**
 * What is known about a visitor from outside its behaviour: what its user agent claims to be, and
 * whether the operator's published address ranges bear the claim out.
 */
export interface VisitorIdentity {
  /** What the user agent says it is; `mixed` where one address shows several kinds. */
  readonly agentKind: AgentKind;
  readonly agentFamily: string;
  readonly attackTool: boolean;
  /** Malformations no real browser shows, e.g. `typo_mozilla`. */
  readonly oddities: readonly string[];
  readonly crawler: DeclaredCrawler | null;
  /** How the claim was verified; `none` where it could not be. */
  readonly verification: Verification;
  /** The claim is false: the operator publishes its addresses, and this is none of them. */
  readonly impostor: boolean;
}

export type AgentKind =
  'browser' | 'crawler' | 'library' | 'tool' | 'app' | 'empty' | 'unknown' | 'mixed';

/**
 * What bears a crawler's claim out: its operator's published addresses, forward-confirmed reverse DNS, or the
 * signature of its requests (Web Bot Auth).
 */
export type Verification = 'none' | 'ip_range' | 'dns' | 'signature';

/** A crawler by its own words: the catalogue's name, operator and purpose. */
interface DeclaredCrawler {
  readonly name: string;
  readonly operator: string;
  readonly purpose: string;
}
