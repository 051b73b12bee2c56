import { outboxAfter, type Store } from '#libs/store';
import { type VerdictSink } from './verdict-sink.js';

/** A verdict change waiting in the outbox. */
export interface OutboxRow {
  readonly sequence: number;
  readonly verdictId: string;
  readonly change: string;
  readonly messageKey: string;
  readonly message: string;
  readonly issuedAt: string;
}

const BATCH = 1_000;

/**
 * Carries the verdict changes from ClickHouse to the sink, in order.
 *
 * At least once: a crash between the sink's acknowledgement and the next start may send a change again,
 * unless the sink can tell (Kafka's can: it reads back where the topic ends). Ids and revisions stay
 * the same, so consumers drop what they know. Nothing is left behind: the outbox is read from the last
 * acknowledged sequence number on.
 */
export class Outbox {
  readonly #store: Store;
  readonly #sink: VerdictSink;
  #publishedUntil = 0;

  constructor(store: Store, sink: VerdictSink) {
    this.#store = store;
    this.#sink = sink;
  }

  /** Opens the sink and takes up after what it already holds. */
  async open(): Promise<void> {
    this.#publishedUntil = await this.#sink.open();
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
      this.#publishedUntil = last.sequence;
      published += rows.length;
    }
  }

  close(): Promise<void> {
    return this.#sink.close();
  }
}
