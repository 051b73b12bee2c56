import { type Logger } from '#libs/platform';
import { topicLife } from '#libs/store';
import { type KafkaClient, type LogBatch, LogConsumer } from '#libs/stream';
import { prepareTopics } from './prepare-topics.js';
import {
  type LogHandlers,
  type LogRecord,
  type LogSource,
  type RecordBatch,
} from './log-source.js';

export interface KafkaSourceOptions {
  readonly kafka: KafkaClient;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Topics that were made again, as they are to stand in the rows: `name@2`. */
  readonly epochs: readonly string[];
  readonly sessionTimeoutMs: number;
  /** The broker gathers this many bytes for us, in so many milliseconds at most. */
  readonly maxBytes: number;
  readonly maxWaitMs: number;
  readonly logger: Logger;
}

/**
 * More is not asked for at once, of a partition and of a broker. As much compressed makes a block of some hundred thousand
 * lines, which ClickHouse need not merge soon; kafkajs holds an answer twice, and one more may be on its way.
 */
const LARGEST_FETCH_BYTES = 8 * 1_048_576;
const LARGEST_ANSWER_BYTES = 8 * 1_048_576;
/** Waits for batches under way, then leaves the group, both within the shutdown limit of 10 s. */
const STOP_WITHIN_MS = 4_000;

/**
 * Log topics of a Kafka cluster as a member of a consumer group. Batches gather in the broker, not here
 * (fetch.min.bytes and fetch.max.wait.ms), so that nothing is held in memory to wait for company; the
 * next fetch follows when the one before is stored. Committed offsets follow what is stored, as a hint.
 */
export class KafkaSource implements LogSource {
  readonly isEndless = true;
  readonly #options: KafkaSourceOptions;
  /** By the brokers' name. */
  readonly #storedNames: ReadonlyMap<string, string>;
  #consumer: LogConsumer | undefined;
  #joined = false;

  constructor(options: KafkaSourceOptions) {
    this.#options = options;
    this.#storedNames = new Map(options.epochs.map((name) => [topicLife(name).topic, name]));
  }

  get isReady(): boolean {
    return this.#joined;
  }

  async run(handlers: LogHandlers): Promise<void> {
    const { kafka, groupId, topics, sessionTimeoutMs, maxBytes, maxWaitMs, logger } = this.#options;
    await prepareTopics(kafka, topics, logger);
    const fetchBytes = Math.min(maxBytes, LARGEST_FETCH_BYTES);
    await new Promise<never>((_, fail) => {
      this.#consumer = new LogConsumer({
        kafka,
        groupId,
        topics,
        sessionTimeoutMs,
        maxWaitMs,
        minBytes: fetchBytes,
        maxBytesPerPartition: fetchBytes,
        maxBytes: LARGEST_ANSWER_BYTES,
        logger,
        onAssign: (topic, partition) => handlers.onAssign(this.#stored(topic), partition),
        onBatch: (batch) => handlers.onBatch(this.#asRecords(batch)),
        onGap: (gap) => {
          handlers.onGap({ ...gap, topic: this.#stored(gap.topic) });
          return Promise.resolve();
        },
        onFatal: fail,
      });
      this.#consumer.start().then(() => {
        this.#joined = true;
      }, fail);
    });
  }

  pause(topic: string, partition: number): void {
    this.#consumer?.pause(topicLife(topic).topic, partition);
  }

  resume(topic: string, partition: number): void {
    this.#consumer?.resume(topicLife(topic).topic, partition);
  }

  assigned(): { topic: string; partition: number }[] {
    const assigned = this.#consumer?.assignment ?? [];
    return assigned.map(({ topic, partition }) => ({ topic: this.#stored(topic), partition }));
  }

  async stop(): Promise<void> {
    await this.#consumer?.stop(STOP_WITHIN_MS);
  }

  #stored(topic: string): string {
    return this.#storedNames.get(topic) ?? topic;
  }

  #asRecords(batch: LogBatch): RecordBatch {
    const { partition, from, size, highWatermark, signal } = batch;
    const topic = this.#stored(batch.topic);
    const records = (): AsyncIterable<Iterable<LogRecord>> => batch.messages();
    return { topic, partition, from, size, highWatermark, signal, records };
  }
}
