import { type LineContext } from '#libs/traffic';

/** One message of a log as its source delivers it. */
export interface LogRecord {
  readonly offset: number;
  /** Milliseconds since the epoch: when the record was appended to its log. */
  readonly appendTime: number;
  /** The log line or lines; null where the source has the place but not the content. */
  readonly value: Buffer | string | null;
  /** Why the content could not be had. */
  readonly undecodable?: string;
  /** Stands for the offsets from this one up to its own, which the source does not have. */
  readonly missingFrom?: number;
  /** What earlier records of the same file said about this one; absent where a record stands for itself. */
  readonly context?: LineContext;
}

/** Consecutive records of one partition. */
export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  /** The first offset that was asked for. */
  readonly from: number;
  /** Bytes that the source holds until the batch is stored. */
  readonly size: number;
  /** The offset the next record of the partition will get, as far as the source knows. */
  readonly highWatermark: number;
  /** Aborts when the partition is no longer ours. */
  readonly signal: AbortSignal;
  /** The records ascending by offset, some at a time, each only while it is looked at; there may be none. */
  records(): AsyncIterable<Iterable<LogRecord>> | Iterable<Iterable<LogRecord>>;
}

/** Where to go on when that is not right after the batch: another writer was faster, or not all was stored. */
export interface BatchOutcome {
  readonly resumeFrom: number;
}

/** Records `[from, to)` that can no longer be had. */
export interface RecordGap {
  readonly topic: string;
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

/** What a source tells the one who stores. */
export interface LogHandlers {
  /** The offset to deliver first: the tail of what is stored; -1 when nothing is. */
  onAssign(topic: string, partition: number): Promise<number>;
  /** Resolves when the batch is stored, or will not be by us. */
  onBatch(batch: RecordBatch): Promise<BatchOutcome | undefined>;
  onGap(gap: RecordGap): void;
}

/**
 * Where log records come from. Contract: for each partition it asks `onAssign` before it delivers
 * anything, delivers from that offset on in order, and regards as stored only what `onBatch` resolved.
 */
export interface LogSource {
  /** Without an end: when the store refuses one partition for good, the others go on. */
  readonly isEndless: boolean;
  /** Whether it can be read from now. */
  readonly isReady: boolean;
  /** Resolves when the source has ended; a source without an end never does. Rejects when it cannot go on. */
  run(handlers: LogHandlers): Promise<void>;
  /** Delivers nothing more of this partition until `resume`. What is under way may end. */
  pause(topic: string, partition: number): void;
  resume(topic: string, partition: number): void;
  /** The partitions delivered from now. */
  assigned(): readonly { readonly topic: string; readonly partition: number }[];
  /** Delivers nothing more, waits a bounded time for the batches under way, and lets go. */
  stop(): Promise<void>;
}
