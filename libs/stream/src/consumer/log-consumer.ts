import {
  type Consumer,
  type ConsumerCrashEvent,
  type ConsumerGroupJoinEvent,
  type EachBatchPayload,
} from 'kafkajs';
import { type Logger, silentLogger } from '#libs/platform';
import { type KafkaClient } from '../create-kafka.js';
import { messageOf } from '../message-of.js';
import { fetchRecordBatches } from '../records/fetch-record-batches.js';
import { StreamError } from '../stream-error.js';
import { type PartitionRange, topicEnds } from '../topic-ends.js';
import { within } from '../within.js';
import { AssignedPartition, type PartitionPort } from './assigned-partition.js';
import { type LogHandlers } from './log-handlers.js';
import { Watchdog } from './watchdog.js';

export interface LogConsumerOptions extends LogHandlers {
  kafka: KafkaClient;
  groupId: string;
  topics: readonly string[];
  /** Called once; the consumer does nothing useful any more: end the process, the supervisor starts it again. */
  onFatal(error: StreamError): void;
  logger?: Logger;
  /** A member that is silent for so long is thrown out of the group by the broker (6 s to 30 min by default there). */
  sessionTimeoutMs?: number;
  /**
   * The broker answers when it has `minBytes` (1 MiB) or after `maxWaitMs` (1 s): what the store gets at a time gathers
   * there, not in our memory. More than `maxBytesPerPartition` would make every fetch wait.
   */
  minBytes?: number;
  maxWaitMs?: number;
  /** As on the wire, compressed (2 MiB). */
  maxBytesPerPartition?: number;
  /** Of one fetch response, compressed (32 MiB); kafkajs holds whole responses. */
  maxBytes?: number;
  /** False for readers whose lag nobody watches. */
  commitHints?: boolean;
  /** Partitions whose batches are stored at the same time. */
  concurrency?: number;
}

const MIB = 1024 * 1024;
const COMMIT_HINT_MS = 2_000;
const STOP_WITHIN_MS = 10_000;

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;

/**
 * Reads log topics as a member of a consumer group. Where to read is decided by `onAssign` alone, on every assignment,
 * before anything of that partition is delivered; offsets committed to Kafka are hints for tools that show lag. kafkajs
 * does not fence a member that lost its partition (kafkajs #1046): the store must, and then every message is stored
 * exactly once.
 */
export class LogConsumer {
  readonly #options: LogConsumerOptions;
  readonly #logger: Logger;
  readonly #consumer: Consumer;
  readonly #watchdog: Watchdog;
  readonly #port: PartitionPort;
  #partitions = new Map<string, AssignedPartition>();
  #committed = new Map<string, number>();
  #committing = false;
  #commitTimer: NodeJS.Timeout | undefined;
  #lastTrouble = 'nothing';
  #ended = false;

  /** @throws StreamError KAFKAJS_CHANGED */
  constructor(options: LogConsumerOptions) {
    fetchRecordBatches();
    this.#options = options;
    this.#logger = options.logger ?? silentLogger;
    const sessionTimeout = options.sessionTimeoutMs ?? 30_000;
    const heartbeatInterval = Math.floor(sessionTimeout / 10);
    this.#consumer = options.kafka.consumer({
      groupId: options.groupId,
      sessionTimeout,
      // Less than the watchdog's patience, since a member waits so long for the others to join.
      rebalanceTimeout: sessionTimeout,
      heartbeatInterval,
      maxBytes: options.maxBytes ?? 32 * MIB,
      maxBytesPerPartition: options.maxBytesPerPartition ?? 2 * MIB,
      minBytes: options.minBytes ?? MIB,
      maxWaitTimeInMs: options.maxWaitMs ?? 1_000,
      allowAutoTopicCreation: false,
    });
    this.#watchdog = new Watchdog(2 * sessionTimeout, (silentMs) => {
      this.#fatal(
        new StreamError(
          'CONSUMER_STUCK',
          `No fetch and no heartbeat for ${silentMs} ms: check that the brokers are up. Last trouble: ${this.#lastTrouble}.`,
          true,
        ),
      );
    });
    this.#port = this.#createPort(heartbeatInterval);
    this.#listen();
  }

  /** Partitions of this member now. */
  get assignment(): { topic: string; partition: number; next: number | undefined }[] {
    return [...this.#partitions.values()].map(({ topic, partition, next }) => ({
      topic,
      partition,
      next,
    }));
  }

  /** @throws StreamError KAFKA_UNAVAILABLE when the brokers or the topics cannot be reached */
  async start(): Promise<void> {
    try {
      await this.#consumer.connect();
      await this.#consumer.subscribe({ topics: [...this.#options.topics], fromBeginning: true });
    } catch (error) {
      await this.#consumer.disconnect().catch(() => undefined);
      throw cannotStart(this.#options.topics, error);
    }
    this.#watchdog.start();
    this.#commitTimer = setInterval(() => void this.#commitHint(), COMMIT_HINT_MS);
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.#options.concurrency ?? 4,
      eachBatch: (payload) => this.#deliver(payload),
    });
  }

  /** No further batch of this partition until `resume` or the next assignment. */
  pause(topic: string, partition: number): void {
    this.#partitions.get(keyOf(topic, partition))?.pause();
  }

  resume(topic: string, partition: number): void {
    this.#partitions.get(keyOf(topic, partition))?.resume();
  }

  /** Lets the handlers end, commits the hint and leaves the group, all within the time given. */
  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    this.#ended = true;
    this.#watchdog.stop();
    clearInterval(this.#commitTimer);
    const partitions = [...this.#partitions.values()];
    for (const partition of partitions) partition.close();
    await within(withinMs, Promise.all(partitions.map((partition) => partition.idle())));
    await within(1_000, this.#commitHint());
    for (const partition of partitions) partition.revoke();
    await within(withinMs, this.#consumer.disconnect());
  }

  #listen(): void {
    const { GROUP_JOIN, FETCH, HEARTBEAT, END_BATCH_PROCESS, CRASH } = this.#consumer.events;
    this.#consumer.on(GROUP_JOIN, this.#watchdog.alive);
    this.#consumer.on(FETCH, this.#watchdog.alive);
    this.#consumer.on(HEARTBEAT, this.#watchdog.alive);
    this.#consumer.on(END_BATCH_PROCESS, this.#watchdog.alive);
    // kafkajs emits this before the first fetch of the new assignment, and calls us synchronously.
    this.#consumer.on(GROUP_JOIN, (event) => {
      this.#assign(event);
    });
    this.#consumer.on(CRASH, (event) => {
      this.#crashed(event);
    });
  }

  #assign({ payload: { memberAssignment } }: ConsumerGroupJoinEvent): void {
    for (const partition of this.#partitions.values()) partition.revoke();
    this.#partitions = new Map();
    this.#committed = new Map();
    if (this.#ended) return;
    for (const [topic, partitions] of Object.entries(memberAssignment)) {
      for (const partition of partitions) {
        this.#port.pause(topic, partition);
        const assigned = new AssignedPartition(topic, partition, this.#port);
        this.#partitions.set(keyOf(topic, partition), assigned);
        void assigned.start();
      }
    }
    this.#logger.info('partitions assigned', { memberAssignment });
  }

  async #deliver(payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    await this.#partitions.get(keyOf(topic, partition))?.deliver(payload);
  }

  #crashed({ payload: { error, restart } }: ConsumerCrashEvent): void {
    this.#lastTrouble = error.message;
    for (const partition of this.#partitions.values()) partition.revoke();
    this.#partitions = new Map();
    if (restart) {
      this.#logger.warn('the Kafka consumer starts again after an error', { error });
      return;
    }
    const message = `The Kafka consumer crashed and kafkajs does not start it again: ${error.message}`;
    this.#fatal(new StreamError('CONSUMER_CRASHED', message, true, { cause: error }));
  }

  #fatal(error: StreamError): void {
    this.#lastTrouble = error.message;
    if (this.#ended) return;
    this.#ended = true;
    this.#logger.error(error.message, { error });
    for (const partition of this.#partitions.values()) partition.close();
    this.#options.onFatal(error);
  }

  async #commitHint(): Promise<void> {
    const moved = this.assignment.flatMap(({ topic, partition, next }) => {
      const known = next === undefined || this.#committed.get(keyOf(topic, partition)) === next;
      return known ? [] : [{ topic, partition, offset: next }];
    });
    if (moved.length === 0 || this.#committing || this.#options.commitHints === false) return;
    this.#committing = true;
    try {
      const hints = moved.map((hint) => ({ ...hint, offset: String(hint.offset) }));
      await this.#consumer.commitOffsets(hints);
      for (const { topic, partition, offset } of moved) {
        this.#committed.set(keyOf(topic, partition), offset);
      }
    } catch (error) {
      this.#logger.debug('offset hints were not committed', { error });
    } finally {
      this.#committing = false;
    }
  }

  /** Between a crash and the restart kafkajs refuses these; the next assignment starts from scratch anyway. */
  #whileRunning(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#logger.debug('the Kafka consumer is not running', { error });
    }
  }

  #createPort(heartbeatMs: number): PartitionPort {
    const { kafka } = this.#options;
    return {
      handlers: this.#options,
      logger: this.#logger,
      heartbeatMs,
      seek: (topic, partition, offset) => {
        this.#whileRunning(() => {
          this.#consumer.seek({ topic, partition, offset: String(offset) });
        });
      },
      pause: (topic, partition) => {
        this.#whileRunning(() => {
          this.#consumer.pause([{ topic, partitions: [partition] }]);
        });
      },
      resume: (topic, partition) => {
        this.#whileRunning(() => {
          this.#consumer.resume([{ topic, partitions: [partition] }]);
        });
      },
      range: (topic, partition) => rangeOf(kafka, topic, partition),
      fatal: (error) => {
        this.#fatal(error);
      },
    };
  }
}

async function rangeOf(
  kafka: KafkaClient,
  topic: string,
  partition: number,
): Promise<PartitionRange> {
  const range = (await topicEnds(kafka, topic)).find((one) => one.partition === partition);
  if (range !== undefined) return range;
  throw new StreamError('KAFKA_UNAVAILABLE', `${topic}/${partition} is not known yet.`, true);
}

const cannotStart = (topics: readonly string[], cause: unknown): StreamError =>
  new StreamError(
    'KAFKA_UNAVAILABLE',
    `Cannot read ${topics.join(', ')}: check KAFKA_BROKERS, that the topics exist and that this client may read them. kafkajs said: ${messageOf(cause)}`,
    true,
    { cause },
  );
