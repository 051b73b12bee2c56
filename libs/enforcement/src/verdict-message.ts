import { type Action, type Nature, type VisitorKeyType } from '#libs/intent';

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
  readonly reasons: readonly VerdictReason[];
  readonly evidence: VerdictEvidence;
  /** RFC 3339, UTC, milliseconds. */
  readonly issued_at: string;
  readonly expires_at: string | null;
  readonly ttl_seconds: number;
  /** Whom else it hits; null where that is not known. */
  readonly blast_radius?: VerdictBlastRadius | null;
  /** Keys of the verdicts that this one replaces, as of messages. */
  readonly supersedes?: readonly string[];
  /** A person's decision that this verdict follows; null where it follows the policy. */
  readonly override?: VerdictOverride | null;
  /** The weights that judged. */
  readonly model: Versioned;
  /** `rule`: the part of the policy that decided the action, such as `rules.logins`. */
  readonly policy: Versioned & { readonly rule?: string };
}

/** Other visitors of the last 24 hours whom a verdict hits. */
interface VerdictOthers {
  readonly visitors: number;
  readonly people: number;
  readonly verified_bots: number;
}

/** `address_only`: the same of a WAF that knows only addresses, and loads the address of the visitor. */
export interface VerdictBlastRadius extends VerdictOthers {
  readonly address_only: VerdictOthers;
}

/** What a person decided about a key. */
export interface VerdictOverride {
  readonly by: string;
  readonly reason: string;
  /** RFC 3339, UTC. */
  readonly until: string;
}

interface Versioned {
  readonly name: string;
  readonly version: string;
}

/** The value on the change topic when a verdict is lifted. */
export interface LiftedMessage extends Pick<
  VerdictMessage,
  'schema_version' | 'verdict_id' | 'revision' | 'tenant' | 'issued_at' | 'model' | 'policy'
> {
  readonly subject: Pick<VerdictSubject, 'type' | 'value'>;
  readonly action: 'allow';
  readonly lifted: true;
  readonly cause: LiftCause;
  /** What the visitor was judged by when that lifted the verdict; absent when it expired. */
  readonly risk_score?: number;
  readonly reasons?: readonly VerdictReason[];
  readonly evidence?: VerdictEvidence;
}

/** Why a verdict was lifted. */
export type LiftCause =
  | 'expired'
  | 'risk_fell'
  | 'people_share_it'
  | 'verified'
  | 'allowed'
  | 'superseded'
  | 'appeal'
  | 'override'
  | 'stopped'
  | 'policy';

/** A reason, weighed in natural-log odds; negative weights speak for the visitor. */
export interface VerdictReason {
  readonly code: string;
  readonly text: string;
  readonly weight: number;
  readonly value: number | string;
  /** What is ordinary, or null where the fact needs no comparison. */
  readonly baseline: number | string | null;
  /** The columns of `evidence.query` that it came from; `identity.…`: from user agent and address. */
  readonly features: readonly string[];
  /** What of the estate they were held against, such as `baseline` of a site and a feature. */
  readonly compared_with: readonly { readonly kind: string; readonly of: readonly string[] }[];
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

/** How to count the reasons again: the query by name and version, its window and parameters, and the log it saw. */
export interface VerdictEvidence {
  readonly query: string;
  /** In the table `cycle_snapshots`: where the stored log ended when it was counted. */
  readonly snapshot: string;
  readonly window_start: string;
  readonly window_end: string;
  readonly parameters: {
    /** Milliseconds since the epoch; the window is half open. */
    readonly from: number;
    readonly to: number;
    readonly key_type: VisitorKeyType;
    readonly key: string;
    /** The visitor's address, or its first one. */
    readonly address: string;
  };
  readonly requests: number;
  readonly first_seen: string;
  readonly last_seen: string;
}
