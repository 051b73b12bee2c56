import { type OutboxRow } from './outbox-row.js';

/** Where published verdicts go. */
export interface VerdictSink {
  /** Names the place in `outbox_progress`: the same place, the same name. */
  readonly name: string;
  open(): Promise<void>;
  /** Resolves when every row is safely there, in order; rows already there are not written again. */
  publish(rows: readonly OutboxRow[]): Promise<void>;
  close(): Promise<void>;
}
