export interface LogMessage {
  readonly offset: number;
  /** Milliseconds since 1970, UTC; the broker's clock when the topic says LogAppendTime. */
  readonly appendTime: number;
  readonly key: Buffer | null;
  /** A view of the decompressed record batch: who keeps it keeps the batch. */
  readonly value: Buffer | null;
  /** The first of each name. */
  readonly headers: Readonly<Record<string, Buffer>>;
  /** Why the record batch of this message could not be read; its value is null then, its bytes are still in Kafka. */
  readonly undecodable?: string;
  /**
   * Stands for the offsets from this one up to its own, of which Kafka has nothing to give: deleted before they were read,
   * compacted, or the broker's own records. Its value is null.
   */
  readonly missingFrom?: number;
}

/** A message in the place of one that cannot be had. */
export function messageWithout(
  place: Pick<LogMessage, 'offset' | 'appendTime'>,
  why: Pick<LogMessage, 'undecodable' | 'missingFrom'>,
): LogMessage {
  return { ...place, key: null, value: null, headers: {}, ...why };
}
