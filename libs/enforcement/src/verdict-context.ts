import { type Policy } from '#libs/intent';

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
}
