import { type VerdictMessage, VerdictTable } from '#libs/enforcement';
import { type Logger } from '#libs/platform';
import { type KafkaClient, tailTopic, type TopicTail } from '#libs/stream';
import { decodeChange } from './decode-change.js';
import { VerdictReading } from './verdict-reading.js';

const RESTART_MS = 5_000;
const NO_VERDICT =
  'targets keep what they have until it gets its first one; see whether VERDICT_TOPIC is right and the analysis publishes';

export interface VerdictFeedParts {
  readonly kafka: KafkaClient;
  readonly topic: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
  readonly onUnreadable: () => void;
}

/**
 * The verdicts in force, folded from the topic. Until everything that stood there is read, there are none to speak
 * of: half a list is no list, and neither is a topic without any verdict. When Kafka goes away what is known stays, and expires by itself.
 */
export class VerdictFeed {
  readonly #parts: VerdictFeedParts;
  readonly #table = new VerdictTable();
  /** In force when last asked; null after a change. */
  #known: readonly VerdictMessage[] | null = null;
  readonly #reading = new VerdictReading();
  #isStopped = false;
  #tail: TopicTail | undefined;

  constructor(parts: VerdictFeedParts) {
    this.#parts = parts;
  }

  /** Every verdict in force, the same list until one changes or ends; null until the topic was read to its end once and turned out to be one of verdicts. */
  inForce(now: number): readonly VerdictMessage[] | null {
    if (!this.#reading.isWhole) return null;
    if (this.#table.dropExpired(now).length > 0) this.#known = null;
    return (this.#known ??= this.#table.inForce(now));
  }

  /** Reads once. @throws StreamError */
  async readOnce(): Promise<void> {
    await (
      await this.#open(false)
    ).done;
  }

  /** Reads until `stop`, again from the beginning after a failure: revisions make that harmless. Never rejects. */
  async follow(): Promise<void> {
    const { sleep, logger } = this.#parts;
    while (!this.#isStopped) {
      try {
        this.#tail = await this.#open(true);
        await this.#tail.done;
      } catch (error) {
        const advice = 'what is known stays enforced until it expires; check the brokers';
        logger.error('the verdict topic cannot be read', { error, advice });
        await sleep(RESTART_MS);
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#tail?.stop();
  }

  #open(follow: boolean): Promise<TopicTail> {
    const { kafka, topic, logger, onUnreadable } = this.#parts;
    return tailTopic({
      kafka,
      topic,
      from: 'beginning',
      follow,
      logger,
      onMessage: (message) => {
        // Offsets that compaction left empty are no tombstones.
        if (message.missingFrom !== undefined) return;
        const change = decodeChange(message);
        this.#reading.take(change);
        if (change === null) onUnreadable();
        else if (this.#table.apply(change)) this.#known = null;
      },
      onCaughtUp: (everHeld) => {
        this.#reading.reachEnd(everHeld);
        if (this.#reading.isWhole)
          logger.info('every verdict is read', { verdicts: this.#table.size });
        else logger.warn('the verdict topic has no verdict', { topic, advice: NO_VERDICT });
      },
    });
  }
}
