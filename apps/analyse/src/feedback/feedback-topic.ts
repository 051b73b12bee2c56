import { setTimeout } from 'node:timers/promises';
import { type Clock, type Logger } from '#libs/platform';
import { type Store } from '#libs/store';
import {
  createKafka,
  type KafkaConfig,
  kafkaConnection,
  type LogMessage,
  tailTopic,
  type TopicTail,
} from '#libs/stream';
import { AppealIntake } from './appeal-intake.js';

/** Until a topic that cannot be read is tried again. */
const RETRY_MS = 10_000;
/** Until ClickHouse is asked again to store an appeal. */
const STORE_AGAIN_MS = 2_000;

/**
 * Takes appeals from a Kafka topic: each message becomes an order of the same id, whenever it is read, so that reading the topic again
 * does nothing twice. What is no appeal is logged and left.
 */
export class FeedbackTopic {
  readonly #intake: AppealIntake;
  readonly #ending = new AbortController();
  #tail: TopicTail | null = null;
  #storing: Promise<void> = Promise.resolve();

  constructor(
    store: Store,
    private readonly kafka: KafkaConfig | null,
    private readonly topic: string,
    clock: Clock,
    private readonly logger: Logger,
  ) {
    const pause = (): Promise<boolean> => this.#pause(STORE_AGAIN_MS);
    this.#intake = new AppealIntake(store, clock, logger, pause);
  }

  start(): void {
    if (this.kafka === null || this.topic === '') return;
    void this.#follow(this.kafka);
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#tail?.stop();
    await this.#storing;
  }

  async #follow(kafka: KafkaConfig): Promise<void> {
    do {
      try {
        await this.#read(kafka);
      } catch (error) {
        this.logger.error('the feedback topic cannot be read; it is tried again', { error });
      }
    } while (await this.#pause(RETRY_MS));
  }

  async #read(kafka: KafkaConfig): Promise<void> {
    const tail = await tailTopic({
      kafka: createKafka(kafkaConnection(kafka, this.logger)),
      topic: this.topic,
      from: 'beginning',
      follow: true,
      onMessage: (message, partition) => {
        this.#take(message, partition);
      },
    });
    this.#tail = tail;
    // It may have been stopped while the topic was being opened.
    if (this.#ending.signal.aborted) await tail.stop();
    await tail.done;
  }

  /** A topic that was made again has other messages at the same offsets, hence the time. */
  #take({ offset, appendTime, value, missingFrom }: LogMessage, partition: number): void {
    if (missingFrom !== undefined) return;
    const id = `${this.topic}/${partition}/${offset}@${appendTime}`;
    this.#storing = this.#intake.take(id, value?.toString() ?? '');
  }

  /** Gives false once it is stopped. */
  async #pause(milliseconds: number): Promise<boolean> {
    const { signal } = this.#ending;
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }
}
