import { type OnApplicationShutdown } from '@nestjs/common';
import { type Clock } from '#libs/platform';
import { type Store, verdictsInForce } from '#libs/store';
import { type VerdictCount } from '../verdicts/verdict-metrics.js';
import { eventTotals, type EventTotals } from './event-totals.js';

/** How long an answer is given again: several scrapers, and a hasty one, cost one query. */
const KEPT_MS = 5_000;

/** Reads the store's totals, at most once every five seconds. */
export class StoredEvents implements OnApplicationShutdown {
  #answer: Promise<EventTotals> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: Pick<Store, 'query' | 'close'>,
    private readonly clock: Clock,
  ) {}

  /** @throws whatever the store throws; a failed answer is kept as long as a good one. */
  totals(): Promise<EventTotals> {
    const now = this.clock.monotonic();
    if (this.#answer === undefined || now - this.#askedAt >= KEPT_MS) {
      this.#askedAt = now;
      this.#answer = this.#read();
    }
    return this.#answer;
  }

  verdicts(): Promise<readonly VerdictCount[]> {
    return this.store.query<VerdictCount>(verdictsInForce);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }

  async #read(): Promise<EventTotals> {
    const [row] = await this.store.query<EventTotals>(eventTotals);
    return row ?? { events: 0, deadLetters: 0, newestEvent: 0 };
  }
}
