import { cloudEventHeaders } from '#libs/enforcement';
import { type KafkaClient, VerdictPublisher } from '#libs/stream';
import { verdictOn } from '../../../apps/push/src/testing/verdict-on.js';

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
    return this.#publish(address, (revision) => ({
      ...verdictOn(`${address}/${address.includes(':') ? 128 : 32}`),
      revision,
      expires_at: new Date(Date.now() + seconds * 1_000).toISOString(),
    }));
  }

  lift(address: string): Promise<void> {
    return this.#publish(address, () => null);
  }

  stop(): Promise<void> {
    return this.publisher.stop();
  }

  async #publish(address: string, messageOf: (revision: number) => object | null): Promise<void> {
    const revision = (this.#revisions.get(address) ?? 0) + 1;
    this.#revisions.set(address, revision);
    this.#sequence += 1;
    const key = `default/address/${address}`;
    const time = new Date().toISOString();
    const message = messageOf(revision);
    await this.publisher.publish([
      {
        sequence: this.#sequence,
        key,
        value: message === null ? null : JSON.stringify(message),
        headers: cloudEventHeaders({ id: `${key} ${revision}`, subject: key, time, revision }),
      },
    ]);
  }
}
