import { type Action, type Evidence, type Nature, type VisitorKeyType } from '#libs/intent';

/**
 * The value of a verdict message, as WAFs and bouncers read it. Additive changes only within 1.x.
 *
 * Contract for consumers: the newest `revision` of a key wins, lower or equal ones are dropped; after
 * `expires_at` the verdict is void even if no tombstone was seen; a null value lifts the key's verdict.
 */
export interface VerdictMessage {
  readonly schema_version: '1.0';
  readonly verdict_id: string;
  readonly revision: number;
  readonly tenant: string;
  /** Host the verdict is about; `*` for all. */
  readonly site: string;
  readonly subject: VerdictSubject;
  /** Narrows the subject; consumers that cannot narrow must leave such verdicts alone. */
  readonly match: { readonly user_agent: string } | null;
  readonly action: Action;
  readonly mode: 'enforce' | 'simulate';
  readonly intent: {
    readonly stance: 'benign' | 'malicious' | 'unknown';
    readonly oat: readonly string[];
    /** Probability, 0 to 1. */
    readonly confidence: number;
  };
  readonly actor: { readonly class: Nature; readonly verification: string };
  /** 0 harmless to 100 certainly malicious. */
  readonly risk_score: number;
  readonly campaign: string | null;
  /** Weightiest first. */
  readonly reasons: readonly Evidence[];
  readonly evidence: VerdictEvidence;
  /** RFC 3339, UTC, milliseconds. */
  readonly issued_at: string;
  readonly expires_at: string | null;
  readonly ttl_seconds: number;
  readonly policy: { readonly name: string; readonly version: string };
}

/** Whom the verdict is about. */
export interface VerdictSubject {
  readonly type: VisitorKeyType;
  /** The whole key in text; `parts` has the same taken apart. */
  readonly value: string;
  readonly parts: SubjectParts;
  /** Null where the key is not of addresses of one version, or the log has host names. */
  readonly ip_version: 4 | 6 | null;
  /** What a WAF that knows only addresses may load; empty where it must not. */
  readonly enforce_as: readonly string[];
}

/** The parts a visitor key is made of; which ones depends on its type. */
export interface SubjectParts {
  readonly address?: string;
  readonly user_agent?: string;
  /** JA4 where the log has it, else JA3. */
  readonly tls_fingerprint?: string;
  /** Keyed hashes, as in the store: a consumer that is to match them needs the same HASH_KEY. */
  readonly session?: string;
  readonly sub_visitor?: string;
  readonly prefix?: string;
  readonly asn?: number;
  readonly api_client?: string;
}

/** How to count the reasons again: the query by name and version, and its parameters. */
interface VerdictEvidence {
  readonly query: string;
  readonly window_start: string;
  readonly window_end: string;
  readonly requests: number;
  readonly first_seen: string;
  readonly last_seen: string;
}
