import { type LogBatch } from './log-batch.js';

/** Messages between what was stored last and what Kafka can still give. */
export interface LogGap {
  topic: string;
  partition: number;
  from: number;
  /** First offset that can be read again. */
  to: number;
  /** `retention`: deleted before we read it; `unreadable`: the broker skips it (compaction, a broken segment). */
  reason: 'retention' | 'unreadable';
}

export interface BatchOutcome {
  /** Where to read on, when that is not right after the batch (another writer was faster, or a part was not taken). */
  resumeFrom?: number;
}

/**
 * What the owner of the stored log does. An error with `retriable: true` is tried again with growing pauses until the
 * partition is taken away; any other error is fatal.
 */
export interface LogHandlers {
  /** The next offset to read, from where the rows are stored; -1 = nothing stored, read from the beginning. */
  onAssign(topic: string, partition: number): Promise<number>;
  /** Resolves when all messages of the batch are read and stored; it may have none. One call at a time for each partition. */
  onBatch(batch: LogBatch): Promise<BatchOutcome | undefined>;
  onGap?(gap: LogGap): Promise<void>;
}
