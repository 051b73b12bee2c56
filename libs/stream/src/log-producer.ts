import { setTimeout } from 'node:timers/promises';
import { CompressionTypes, type Message, Partitioners, type Producer } from 'kafkajs';
import { type KafkaClient } from './create-kafka.js';
import { messageOf } from './message-of.js';
import { StreamError } from './stream-error.js';
import { topicEnds } from './topic-ends.js';

export interface LogProducerOptions {
  kafka: KafkaClient;
  topic: string;
  compression?: 'none' | 'gzip' | 'lz4';
  /** A request is sent at the latest when this much has gathered; brokers take 1 MiB by default. */
  batchBytes?: number;
  /** How long the brokers may be away (2 minutes) before the producer gives up for good. */
  retryForMs?: number;
  /** `append` waits while more than this is unacknowledged. */
  maxPendingBytes?: number;
}

/**
 * Writes log lines, one message a line, with acks from all in-sync replicas and without duplicates on a retry
 * (idempotent, one request at a time). Whole batches go to the partitions in turn; within a partition the order of
 * `append` is kept.
 */
export class LogProducer {
  readonly #options: Required<LogProducerOptions>;
  readonly #producer: Producer;
  #partitions: number[] = [];
  #turn = 0;
  #waiting: string[] = [];
  #waitingBytes = 0;
  #sendingBytes = 0;
  #sending: Promise<void> | undefined;
  #failure: StreamError | undefined;
  #acknowledged = 0;

  constructor(options: LogProducerOptions) {
    this.#options = {
      compression: 'none',
      retryForMs: 120_000,
      batchBytes: 512 * 1024,
      maxPendingBytes: 4 * 1024 * 1024,
      ...options,
    };
    this.#producer = options.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  }

  /** Lines that the broker has acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** @throws StreamError KAFKA_UNAVAILABLE */
  async start(): Promise<void> {
    const ranges = await topicEnds(this.#options.kafka, this.#options.topic);
    this.#partitions = ranges.map(({ partition }) => partition);
    await this.#producer.connect();
  }

  /**
   * Takes the lines and resolves when there is room for more, not when they are acknowledged: that is `flush`.
   * @throws StreamError when an earlier batch could not be written; nothing more is taken then
   */
  async append(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#waiting.push(line);
      this.#waitingBytes += Buffer.byteLength(line);
    }
    this.#sendInTurn();
    while (this.#waitingBytes + this.#sendingBytes > this.#options.maxPendingBytes) {
      this.#throwFailure();
      await this.#sending;
    }
    this.#throwFailure();
  }

  /** Resolves when everything appended is acknowledged. */
  async flush(): Promise<void> {
    while (this.#sending !== undefined) await this.#sending;
    this.#throwFailure();
  }

  /** Flushes, then closes. */
  async stop(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.#producer.disconnect();
    }
  }

  #sendInTurn(): void {
    if (this.#sending !== undefined || this.#waiting.length === 0) return;
    if (this.#failure !== undefined) return;
    this.#sending = this.#send(this.#take()).finally(() => {
      this.#sending = undefined;
      this.#sendInTurn();
    });
  }

  #take(): string[] {
    let bytes = 0;
    let count = 0;
    while (count < this.#waiting.length && (count === 0 || bytes < this.#options.batchBytes)) {
      bytes += Buffer.byteLength(this.#waiting[count] ?? '');
      count += 1;
    }
    this.#waitingBytes -= bytes;
    this.#sendingBytes = bytes;
    return this.#waiting.splice(0, count);
  }

  async #send(lines: string[]): Promise<void> {
    const partition = this.#partitions[this.#turn % this.#partitions.length] ?? 0;
    this.#turn += 1;
    try {
      await this.#sendUntilWritten(lines.map((value) => ({ value, partition })));
      this.#acknowledged += lines.length;
    } catch (error) {
      this.#failure = notWritten(this.#options.topic, error);
    } finally {
      this.#sendingBytes = 0;
    }
  }

  /** kafkajs gives up before long; the same messages then carry the same sequence numbers, so nothing is written twice. */
  async #sendUntilWritten(messages: Message[]): Promise<void> {
    const { topic, compression, retryForMs } = this.#options;
    const deadline = performance.now() + retryForMs;
    for (;;) {
      try {
        await this.#producer.send({
          topic,
          acks: -1,
          compression: COMPRESSION[compression],
          messages,
        });
        return;
      } catch (error) {
        if (!isPassing(error) || performance.now() > deadline) throw error;
        await setTimeout(500);
      }
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

const COMPRESSION = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  lz4: CompressionTypes.LZ4,
} as const;

/** kafkajs wraps what would pass, such as a refused connection, into an error that it calls final. */
function isPassing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { retriable, cause } = error as { retriable?: boolean; cause?: unknown };
  return retriable === true || isPassing(cause);
}

const notWritten = (topic: string, cause: unknown): StreamError =>
  new StreamError(
    'KAFKA_UNAVAILABLE',
    `Lines could not be written to topic "${topic}": check that it exists and that the brokers are up. kafkajs said: ${messageOf(cause)}`,
    true,
    { cause },
  );
