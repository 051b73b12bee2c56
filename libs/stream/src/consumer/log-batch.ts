import { type Batch, type KafkaMessage } from 'kafkajs';
import { UNDECODABLE_HEADER } from '../codecs/undecodable-records.js';

export interface LogMessage {
  offset: number;
  /** Milliseconds since 1970, UTC; the broker's clock when the topic says LogAppendTime. */
  appendTime: number;
  key: Buffer | null;
  value: Buffer | null;
  headers: Readonly<Record<string, Buffer>>;
  /** Why the record batch of this message could not be decompressed; its value is null then, its bytes are still in Kafka. */
  undecodable?: string;
  /**
   * Stands for the offsets from this one up to its own, of which Kafka has nothing to give: deleted before they were read,
   * compacted, or the broker's own records. Its value is null.
   */
  missingFrom?: number;
}

export interface LogBatch {
  topic: string;
  partition: number;
  /** At least one, in order of offset, the first not before the position that was asked for. */
  messages: LogMessage[];
  /** The offset that the next message of the partition will get. */
  highWatermark: number;
  /** Aborts when the partition is being taken away: stop waiting and retrying; what is under way may end. */
  signal: AbortSignal;
}

const NO_HEADERS: Readonly<Record<string, Buffer>> = {};

/** The messages of a fetched batch from an offset on. */
export function messagesFrom(batch: Batch, next: number): LogMessage[] {
  const messages = batch.messages.map(toLogMessage);
  return messages[0] !== undefined && messages[0].offset >= next
    ? messages
    : messages.filter(({ offset }) => offset >= next);
}

function toLogMessage(message: KafkaMessage): LogMessage {
  const headers = firstHeaders(message.headers);
  const undecodable = headers[UNDECODABLE_HEADER];
  return {
    offset: Number(message.offset),
    appendTime: Number(message.timestamp),
    key: message.key,
    value: message.value,
    headers,
    ...(undecodable === undefined ? {} : { undecodable: undecodable.toString() }),
  };
}

function firstHeaders(headers: KafkaMessage['headers']): Readonly<Record<string, Buffer>> {
  const entries = Object.entries(headers ?? {});
  if (entries.length === 0) return NO_HEADERS;
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, Buffer.from(first as Buffer)] as const];
    }),
  );
}

/**
 * The offset that this batch was asked for. kafkajs keeps it in a field that its types do not name; without it the first
 * offset stands in, which is never less.
 */
export function fetchedOffset(batch: Batch): number {
  const { fetchedOffset: asked } = batch as Batch & { fetchedOffset?: string };
  return Number(asked ?? batch.firstOffset() ?? 0);
}
