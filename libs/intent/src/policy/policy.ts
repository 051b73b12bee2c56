import { type AllowRules } from './allow-rules.js';
import { type OperatorOverride } from './operator-override.js';
import { type PolicyRule } from './policy-rule.js';
import { type ProtectedCohort } from './protected-cohort.js';
import { type PublicationLimits } from './publication-limits.js';
import { type SimulatedPart } from './simulated-part.js';
import { type SharedKeyAction } from './shared-key-action.js';

/** What is done about a judgement, and how verdicts live. Probabilities 0 to 1, times in milliseconds. */
export interface Policy {
  readonly version: string;
  /** Publication as a whole: `stop` publishes nothing more, `lift` takes back what is in force as well. */
  readonly publication: 'run' | 'stop' | 'lift';
  /** From this confidence on a malicious visitor is blocked; below it is challenged. */
  readonly blockAt: number;
  /**
   * So much of it has to come from the visitor's own conduct. Who is condemned by the company it keeps is
   * challenged: a person whom it hits by accident, behind the same address, passes.
   */
  readonly blockOwnAt: number;
  /**
   * An address known by fewer requests is challenged, not blocked: too little was seen of it to tell
   * whether people share it. The user agents behind it can be blocked all the same.
   */
  readonly blockAddressFrom: number;
  /**
   * Whether a verdict on a whole API client is enforced. Without it such a client is watched, whatever it does: behind it
   * stand many people, and it is under contract. Those behind it carry verdicts of their own.
   */
  readonly enforceOnApiClients: boolean;
  /** What a key gets at most that would hit people besides the visitor it is about. */
  readonly sharedKeys: SharedKeyAction;
  /** A condemned visitor is released early when its risk falls below this. */
  readonly releaseBelow: number;
  /** How long a first verdict lasts; each repeat offence doubles it. */
  readonly firstExpiryMs: number;
  readonly longestExpiryMs: number;
  /**
   * How long conduct that is suspicious, but would condemn nobody, keeps a verdict in force that conduct of the other kind began.
   */
  readonly decayMs: number;
  /** Every so long without a verdict the count of former offences halves. */
  readonly offenceHalfLifeMs: number;
  readonly allow: AllowRules;
  readonly overrides: readonly OperatorOverride[];
  readonly rules: readonly PolicyRule[];
  readonly cohorts: readonly ProtectedCohort[];
  readonly simulate: SimulatedPart;
  readonly limits: PublicationLimits;
  /** Statuses that WAFs of the estate answer with for us and sites never do: such answers are evidence of nothing. */
  readonly ownStatuses: readonly number[];
}
