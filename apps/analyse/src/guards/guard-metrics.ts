import { type MetricsRegistry } from '#libs/platform';
import { Gauge } from 'prom-client';

/** What guards tell Prometheus. */
export class GuardMetrics {
  readonly #held: Gauge;

  constructor(registry: MetricsRegistry) {
    this.#held = new Gauge({
      name: 'wherefore_publication_held',
      help: 'Verdict changes that the newest cycle held back, by reason; 1 for a cycle that failed',
      labelNames: ['reason'],
      registers: [registry],
    });
  }

  /** What is held just now, and nothing else. */
  set(held: Readonly<Record<string, number>>): void {
    this.#held.reset();
    for (const [reason, count] of Object.entries(held)) this.#held.set({ reason }, count);
  }
}
