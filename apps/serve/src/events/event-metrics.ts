import { type Logger, type MetricsRegistry } from '#libs/platform';
import { Gauge } from 'prom-client';
import { type EventTotals } from './event-totals.js';

interface Reading {
  readonly name: string;
  readonly help: string;
  /** The value to show; undefined for none. */
  readonly of: (totals: EventTotals | null) => number | undefined;
}

const READINGS: readonly Reading[] = [
  {
    name: 'wherefore_store_up',
    help: '1 when the store answered, else 0',
    of: (totals) => (totals === null ? 0 : 1),
  },
  {
    name: 'wherefore_events_stored',
    help: 'Access events stored',
    of: (totals) => totals?.events,
  },
  {
    name: 'wherefore_dead_letters',
    help: 'Lines stored that could not be parsed',
    of: (totals) => totals?.deadLetters,
  },
  {
    name: 'wherefore_newest_event_timestamp_seconds',
    help: 'Event time of the newest event whose time is not suspect',
    of: (totals) =>
      totals === null || totals.newestEvent === 0 ? undefined : totals.newestEvent / 1000,
  },
];

/**
 * Gauges of what the store holds, read when Prometheus asks. While the store is away they are absent
 * rather than stale, and `wherefore_store_up` is 0.
 */
export class EventMetrics {
  #wasUp = true;

  /** `totals` is asked once per gauge and scrape: it has to remember its answer for a while. */
  constructor(
    registry: MetricsRegistry,
    private readonly totals: () => Promise<EventTotals>,
    private readonly logger: Logger,
  ) {
    for (const { name, help, of } of READINGS) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: async () => {
          show(gauge, of(await this.#read()));
        },
      });
    }
  }

  async #read(): Promise<EventTotals | null> {
    try {
      const totals = await this.totals();
      this.#wasUp = true;
      return totals;
    } catch (error) {
      if (this.#wasUp)
        this.logger.warn('the store does not answer; its gauges are absent', { error });
      this.#wasUp = false;
      return null;
    }
  }
}

function show(gauge: Gauge, value: number | undefined): void {
  if (value === undefined) gauge.remove();
  else gauge.set(value);
}
