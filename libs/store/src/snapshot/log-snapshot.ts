/** The end of one stored partition. */
export interface LogTail {
  readonly topic: string;
  readonly partition: number;
  /** The first offset not in it. */
  readonly tail: number;
  /** `cityHash64(topic, partition)` in decimal: names the partition in a filter without its text. */
  readonly placeHash: string;
}

/**
 * How far the stored log reached at one instant, exactly, and what had been said about it by then. The log: an end for every partition. Ingest stores each
 * partition in the order of its offsets, so a line was stored by then if and only if it lies before the end
 * of its partition; append times would not tell, since a partition that lags stores old ones later.
 */
export interface LogSnapshot {
  /** The same contents have the same name: 16 hexadecimal digits of a SHA-256. */
  readonly name: string;
  readonly tails: readonly LogTail[];
  /** Sequence of the last verdict by then; 0 where there was none. */
  readonly verdicts: number;
  /** Statuses that mark answers which WAFs of the estate give for us. */
  readonly ownStatuses: readonly number[];
}
