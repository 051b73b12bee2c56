import { type Logger, type MetricsRegistry } from '#libs/platform';
import { Gauge } from 'prom-client';

/** How many verdicts of one action are in force. */
export interface VerdictCount {
  readonly action: string;
  readonly verdicts: number;
}

/** The gauge of verdicts in force, read when Prometheus asks; absent while the store is away. */
export class VerdictMetrics {
  readonly #gauge: Gauge;

  constructor(
    registry: MetricsRegistry,
    private readonly counts: () => Promise<readonly VerdictCount[]>,
    private readonly logger: Logger,
  ) {
    this.#gauge = new Gauge({
      name: 'wherefore_verdicts_in_force',
      help: 'Verdicts in force',
      labelNames: ['action'],
      registers: [registry],
      collect: () => this.#collect(),
    });
  }

  async #collect(): Promise<void> {
    this.#gauge.reset();
    try {
      for (const { action, verdicts } of await this.counts()) this.#gauge.set({ action }, verdicts);
    } catch (error) {
      this.logger.debug('verdicts could not be counted', { error });
    }
  }
}
