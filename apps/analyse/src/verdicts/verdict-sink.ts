import { type OutboxRow } from './outbox.js';

/** Where published verdicts go. */
export interface VerdictSink {
  /** Gets ready; gives the sequence number up to which everything is known to be published. */
  open(): Promise<number>;
  /** Resolves when every row is safely there, in order. */
  publish(rows: readonly OutboxRow[]): Promise<void>;
  close(): Promise<void>;
}
