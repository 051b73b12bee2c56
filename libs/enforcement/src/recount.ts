import { type OtherFigure, type Outcome, type WithoutReasons } from '#libs/intent';
import { type JudgedPart } from './judged-part.js';
import { type LiftedMessage, type VerdictMessage } from './verdict-message.js';

/** One change of one verdict, counted again from the log as it was. */
export interface Recount {
  readonly verdictId: string;
  readonly sequence: number;
  /** `condemned`, `renewed`, `changed` or `lifted`. */
  readonly change: string;
  readonly message: VerdictMessage | LiftedMessage;
  /** Null where nothing was counted (it expired) or nothing can be counted again. */
  readonly again: Again | null;
  /** Why nothing can be counted again; null where that is not so. */
  readonly problem: string | null;
}

/** What counting again gives. */
export interface Again {
  readonly part: JudgedPart;
  /** What policy would do about the judgement alone; the key's state may hold on to what was decided before. */
  readonly outcome: Outcome;
  /** Names of the query, of the weights and of the policy that counted again. */
  readonly query: string;
  readonly model: string;
  readonly policy: string;
  /** Partitions of the log snapshot. */
  readonly partitions: number;
  /** What the reasons were counted from, by the names of their features. */
  readonly figures: Readonly<Record<string, unknown>>;
  readonly without: readonly WithoutReasons[];
  readonly otherFigures: readonly OtherFigure[];
  /** The statements that count it again, for `clickhouse-client`. */
  readonly script: string;
}
