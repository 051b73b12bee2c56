import { cloudEventHeaders } from '#libs/enforcement';
import { type KafkaClient, VerdictPublisher } from '#libs/stream';
import { verdictOn } from './verdict-on.js';

/** Writes verdicts on addresses to a topic, as analyse does. */
export class VerdictFeeder {
  readonly #revisions = new Map<string, number>();
  #sequence = 0;

  private constructor(private readonly publisher: VerdictPublisher) {}

  static async start(kafka: KafkaClient, topic: string): Promise<VerdictFeeder> {
    const publisher = new VerdictPublisher({ kafka, topic });
    await publisher.start();
    return new VerdictFeeder(publisher);
  }

  /** A verdict on one address, to block it for so many seconds. */
  condemn(address: string, seconds: number): Promise<void> {
    return this.condemnAll([address], seconds);
  }

  async condemnAll(addresses: readonly string[], seconds: number): Promise<void> {
    const expires_at = new Date(Date.now() + seconds * 1_000).toISOString();
    await this.publisher.publish(
      addresses.map((address) =>
        this.#next(address, (revision) => {
          const verdict = verdictOn(`${address}/${address.includes(':') ? 128 : 32}`);
          return JSON.stringify({ ...verdict, revision, expires_at });
        }),
      ),
    );
  }

  async lift(address: string): Promise<void> {
    await this.publisher.publish([this.#next(address, () => null)]);
  }

  stop(): Promise<void> {
    return this.publisher.stop();
  }

  #next(address: string, valueOf: (revision: number) => string | null): PublishedVerdict {
    const revision = (this.#revisions.get(address) ?? 0) + 1;
    this.#revisions.set(address, revision);
    this.#sequence += 1;
    const key = `default/address/${address}`;
    const time = new Date().toISOString();
    const headers = cloudEventHeaders({ id: `${key} ${revision}`, subject: key, time, revision });
    return { sequence: this.#sequence, key, value: valueOf(revision), headers };
  }
}

type PublishedVerdict = Parameters<VerdictPublisher['publish']>[0][number];
