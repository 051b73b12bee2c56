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
 * How far the stored log reached at one instant, exactly: an end for every partition. Ingest stores each
 * partition in the order of its offsets, so a line was stored by then if and only if it lies before the end
 * of its partition; append times would not tell, since a partition that lags stores old ones later.
 */
export interface LogSnapshot {
  /** The same ends have the same name: 16 hexadecimal digits of a SHA-256. */
  readonly name: string;
  readonly tails: readonly LogTail[];
}
