import { type BlastRadius, type Policy, type ScopedKey } from '#libs/intent';

/** What an encoder needs to know beyond the judgement and the state. Times in milliseconds since the epoch. */
export interface VerdictContext {
  readonly verdictId: string;
  readonly tenant: string;
  readonly windowFrom: number;
  readonly asOf: number;
  /** Name and version of the query that counts the features. */
  readonly query: string;
  /** Name of the log snapshot that was counted. */
  readonly snapshot: string;
  /** Name of the weights that judged. */
  readonly model: string;
  readonly policy: Policy;
  /** Whom else the verdict hits; null where that is not known. */
  readonly blastRadius?: BlastRadius | null;
  /** Keys whose verdicts this one replaces. */
  readonly supersedes?: readonly ScopedKey[];
}
