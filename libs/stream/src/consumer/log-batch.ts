import { type Batch } from 'kafkajs';
import { type BatchMessage } from '../records/fetch-response.js';
import { type LogMessage, messageWithout } from '../records/log-message.js';
import { StreamError } from '../stream-error.js';

/** What is told of a batch besides its messages. */
export interface LogBatchPlace {
  readonly topic: string;
  readonly partition: number;
  /** The offset that the next message of the partition will get. */
  readonly highWatermark: number;
  /** Aborts when the partition is being taken away: stop waiting and retrying; what is under way may end. */
  readonly signal: AbortSignal;
}

/** Where the reader of a batch stands. */
export interface LogBatchRange {
  /** The first offset wanted. */
  readonly from: number;
  /** From here on every offset is accounted for: `from`, or less where something is missing before it. */
  readonly accounted: number;
}

/**
 * Consecutive messages of one partition, as one fetch brought them. They lie compressed in memory until they are read, one
 * record batch at a time, so that reading needs little more than the largest of them.
 */
export class LogBatch {
  readonly topic: string;
  readonly partition: number;
  readonly highWatermark: number;
  readonly signal: AbortSignal;
  /** Bytes in the log, compressed. */
  readonly size: number;
  readonly #fetched: readonly BatchMessage[];
  readonly #range: LogBatchRange;
  #accounted: number;

  /** @throws StreamError KAFKAJS_CHANGED */
  constructor(batch: Batch, place: LogBatchPlace, range: LogBatchRange) {
    this.topic = place.topic;
    this.partition = place.partition;
    this.highWatermark = place.highWatermark;
    this.signal = place.signal;
    this.#range = range;
    this.#accounted = range.accounted;
    this.#fetched = batchMessages(batch).filter(({ records }) => records.lastOffset >= range.from);
    this.size = this.#fetched.reduce((sum, { records }) => sum + records.size, 0);
  }

  /** The first offset wanted. */
  get from(): number {
    return this.#range.from;
  }

  /** Where to read on when all of it is stored. */
  get end(): number {
    return (this.#fetched.at(-1)?.records.lastOffset ?? this.#range.from - 1) + 1;
  }

  /** Offsets below were in the messages that have been read. */
  get accounted(): number {
    return this.#accounted;
  }

  /**
   * The messages in order of offset, a record batch at a time, the first not before the offset that was asked for; a batch of
   * the broker's own records has none. Before each hole in the offsets comes one message that stands for it. Each call reads
   * all of them again.
   */
  async *messages(): AsyncGenerator<Iterable<LogMessage>, void> {
    this.#accounted = this.#range.accounted;
    for (const { records } of this.#fetched) {
      yield this.#accountedFor(await records.messages());
    }
  }

  *#accountedFor(messages: Iterable<LogMessage>): Generator<LogMessage, void> {
    for (const message of messages) {
      if (message.offset < this.#range.from) continue;
      if (message.offset > this.#accounted) yield gapBefore(message, this.#accounted);
      this.#accounted = message.offset + 1;
      yield message;
    }
  }
}

/** Not of somebody who decoded the records itself: then nothing could be told of what is missing between them. */
function batchMessages({ topic, partition, messages }: Batch): readonly BatchMessage[] {
  const fetched = messages as unknown as readonly Partial<BatchMessage>[];
  const strange = fetched.find(({ records }) => records === undefined);
  if (strange === undefined) return fetched as readonly BatchMessage[];
  throw new StreamError(
    'KAFKAJS_CHANGED',
    `kafkajs decoded ${topic}/${partition} by itself (a message with ${Object.keys(strange).join(', ')}): is there a second copy of kafkajs (npm ls kafkajs)? Nothing is lost; start again.`,
    true,
  );
}

/** Stands for what is missing before a message, with the append time of that. */
const gapBefore = ({ offset, appendTime }: LogMessage, missingFrom: number): LogMessage =>
  messageWithout({ offset: offset - 1, appendTime }, { missingFrom });

/**
 * The offset that this batch was asked for. kafkajs keeps it in a field that its types do not name; without it the first
 * offset stands in, which is never less.
 */
export function fetchedOffset(batch: Batch): number {
  const { fetchedOffset: asked } = batch as Batch & { fetchedOffset?: string };
  return Number(asked ?? batch.firstOffset() ?? 0);
}
