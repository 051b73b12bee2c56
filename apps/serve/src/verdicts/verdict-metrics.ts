import { type Logger, type MetricsRegistry } from '#libs/platform';
import { Gauge } from 'prom-client';

/** How many verdicts of one action are in force. */
export interface VerdictCount {
  readonly action: string;
  readonly verdicts: number;
}

/** The gauge of verdicts in force, read when Prometheus asks; absent while the store is away. */
export class VerdictMetrics {
  constructor(
    registry: MetricsRegistry,
    counts: () => Promise<readonly VerdictCount[]>,
    logger: Logger,
  ) {
    const gauge: Gauge = new Gauge({
      name: 'wherefore_verdicts_in_force',
      help: 'Verdicts in force',
      labelNames: ['action'],
      registers: [registry],
      collect: async () => {
        gauge.reset();
        try {
          for (const { action, verdicts } of await counts()) gauge.set({ action }, verdicts);
        } catch (error) {
          logger.debug('verdicts could not be counted', { error });
        }
      },
    });
  }
}
