import { clickHouseTime, outboxAfter, outboxProgress, type Store } from '#libs/store';
import { type Clock } from '#libs/platform';
import { type OutboxRow } from './outbox-row.js';
import { type VerdictSink } from './verdict-sink.js';

const BATCH = 1_000;

/**
 * Carries the verdict changes from ClickHouse to the sink, in order.
 *
 * Nothing is left behind: the outbox is read from the last change known to be acknowledged. Nothing is
 * sent twice: after a crash between acknowledgement and note, the sink itself knows where it ends.
 */
export class Outbox {
  readonly #store: Store;
  readonly #sink: VerdictSink;
  readonly #clock: Clock;
  #publishedUntil = 0;

  constructor(store: Store, sink: VerdictSink, clock: Clock) {
    this.#store = store;
    this.#sink = sink;
    this.#clock = clock;
  }

  /** Opens the sink and takes up where the last run stopped. */
  async open(): Promise<void> {
    await this.#sink.open();
    const [row] = await this.#store.query<{ publishedUntil: number }>(outboxProgress, {
      sink: this.#sink.name,
    });
    this.#publishedUntil = row?.publishedUntil ?? 0;
  }

  /** Publishes everything that waits; gives how many changes that was. */
  async drain(): Promise<number> {
    let published = 0;
    for (;;) {
      const rows = await this.#store.query<OutboxRow>(outboxAfter, {
        after: this.#publishedUntil,
        limit: BATCH,
      });
      const last = rows.at(-1);
      if (last === undefined) return published;
      await this.#sink.publish(rows);
      await this.#note(last.sequence);
      published += rows.length;
    }
  }

  close(): Promise<void> {
    return this.#sink.close();
  }

  async #note(sequence: number): Promise<void> {
    this.#publishedUntil = sequence;
    await this.#store.insertRows('outbox_progress', [
      {
        topic: this.#sink.name,
        published_until: sequence,
        published_at: clickHouseTime(this.#clock.now()),
      },
    ]);
  }
}
