import { type Baseline, type Campaign, type Judgement, type VerdictState } from '#libs/intent';
import { type LogSnapshot } from '../snapshot/log-snapshot.js';

/** What one cycle saw and thought of it. Times in milliseconds since the epoch. */
export interface CycleFindings {
  readonly asOf: number;
  readonly windowFrom: number;
  readonly appendedUntil: number;
  /** The log that everything was counted from. */
  readonly snapshot: LogSnapshot;
  readonly featuresQuery: string;
  readonly judgements: readonly JudgedVisitor[];
  readonly baselines: readonly Baseline[];
  readonly campaigns: readonly Campaign[];
  readonly finishedAt: number;
}

/** Everything one cycle concluded, ready to be written. */
export interface CycleRecord extends CycleFindings {
  readonly states: readonly VerdictState[];
  readonly verdicts: readonly VerdictRow[];
  readonly durationMs: number;
}

/** What a round over facts decided between or beside cycles: changes of verdicts and nothing else. */
export type FactsRecord = Pick<CycleRecord, 'asOf' | 'snapshot' | 'states' | 'verdicts'>;

/** A judgement with the action policy gives it. */
export interface JudgedVisitor {
  readonly judgement: Judgement;
  readonly action: string;
}

/** One change of one verdict, as the outbox keeps it. */
export interface VerdictRow {
  readonly sequence: number;
  readonly verdictId: string;
  readonly change: string;
  readonly state: VerdictState;
  readonly judgement: Judgement | null;
  readonly messageKey: string;
  /** The JSON value. */
  readonly message: string;
}
