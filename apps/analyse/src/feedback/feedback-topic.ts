import { type Clock, type Logger } from '#libs/platform';
import { type Store } from '#libs/store';
import {
  createKafka,
  type KafkaConfig,
  kafkaConnection,
  tailTopic,
  type TopicTail,
} from '#libs/stream';
import { appealOf } from './appeal-of.js';
import { storeAppeal } from './store-appeal.js';

/** Until a topic that cannot be read is tried again. */
const RETRY_MS = 10_000;

/**
 * Takes appeals from a Kafka topic: each message becomes an order of the same id, whenever it is read, so that reading the topic again
 * does nothing twice. What is no appeal is logged and left.
 */
export class FeedbackTopic {
  #tail: TopicTail | null = null;
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;
  #storing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly kafka: KafkaConfig | null,
    private readonly topic: string,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  start(): void {
    if (this.kafka === null || this.topic === '') return;
    void this.#read(this.kafka);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#tail?.stop();
    await this.#storing;
  }

  async #read(kafka: KafkaConfig): Promise<void> {
    try {
      this.#tail = await tailTopic({
        kafka: createKafka(kafkaConnection(kafka, this.logger)),
        topic: this.topic,
        from: 'beginning',
        follow: true,
        onMessage: ({ offset, value }, partition) => {
          const id = `${this.topic}/${partition}/${offset}`;
          this.#storing = this.#storing.then(() => this.#take(id, value?.toString() ?? ''));
        },
      });
      await this.#tail.done;
    } catch (error) {
      this.logger.error('the feedback topic cannot be read; it is tried again', { error });
    }
    if (this.#isStopped) return;
    this.#retry = setTimeout(() => void this.#read(kafka), RETRY_MS);
  }

  async #take(id: string, text: string): Promise<void> {
    const appeal = appealOf(text);
    if (appeal === null) {
      this.logger.warn('a message of the feedback topic is no appeal', { id });
      return;
    }
    try {
      const isKnown = await storeAppeal(this.store, { ...appeal, id, at: this.clock.now() });
      if (!isKnown) this.logger.warn('an appeal names no verdict that was ever given', { id });
    } catch (error) {
      this.logger.error('an appeal could not be stored; it is taken again at the next start', {
        id,
        error,
      });
    }
  }
}
