import { type KafkaClient, LogProducer } from '#libs/stream';
import { setImmediate } from 'node:timers/promises';
import { type LogFeed } from './log-feed.js';

/** Lines on their way into a topic. */
export class TopicFeed {
  readonly #producer: LogProducer;
  #lines = 0;

  constructor(
    private readonly feed: LogFeed,
    kafka: KafkaClient,
    topic: string,
  ) {
    this.#producer = new LogProducer({ kafka, topic });
  }

  /** Lines that the broker has acknowledged. */
  get produced(): number {
    return this.#producer.acknowledged;
  }

  /** Share (0 to 1) of the log that was taken up. */
  get share(): number {
    return this.feed.share();
  }

  /** Sends everything; resolves to the number of lines when all of them are acknowledged, or when asked to stop. */
  async run(stop: AbortSignal): Promise<number> {
    await this.#producer.start();
    try {
      for await (const lines of this.feed.chunks()) {
        if (stop.aborted) break;
        await this.#producer.append(lines);
        this.#lines += lines.length;
        await setImmediate();
      }
    } finally {
      await this.#producer.stop();
    }
    return this.#lines;
  }
}
