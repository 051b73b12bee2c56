import { type MetricsRegistry } from '#libs/platform';
import { type CycleRecord } from '#libs/store';
import { Counter, Gauge, Histogram } from 'prom-client';

/** What the analyse process tells Prometheus. */
export class AnalysisMetrics {
  readonly #duration: Histogram;
  readonly #visitors: Counter;
  readonly #changes: Counter;
  readonly #published: Counter;
  readonly #asOf: Gauge;
  readonly #campaigns: Gauge;
  readonly #healthy: Gauge;

  constructor(registry: MetricsRegistry) {
    const registers = [registry];
    this.#duration = new Histogram({
      name: 'wherefore_analysis_cycle_seconds',
      help: 'Time one analysis cycle took',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    });
    this.#visitors = new Counter({
      name: 'wherefore_analysis_visitors_judged_total',
      help: 'Visitor keys judged',
      registers,
    });
    this.#changes = new Counter({
      name: 'wherefore_verdict_changes_total',
      help: 'Verdict changes written to the outbox',
      labelNames: ['change', 'action'],
      registers,
    });
    this.#published = new Counter({
      name: 'wherefore_verdicts_published_total',
      help: 'Verdict changes acknowledged by the sink',
      registers,
    });
    this.#asOf = new Gauge({
      name: 'wherefore_analysis_as_of_timestamp_seconds',
      help: 'Event time up to which visitors are judged',
      registers,
    });
    this.#campaigns = new Gauge({
      name: 'wherefore_analysis_campaigns',
      help: 'Campaigns acting in the newest window',
      registers,
    });
    this.#healthy = new Gauge({
      name: 'wherefore_analysis_healthy',
      help: '1 when the newest look at the log succeeded, 0 when it is being tried again',
      registers,
    });
  }

  cycle(record: CycleRecord): void {
    this.#duration.observe(record.durationMs / 1000);
    this.#visitors.inc(record.judgements.length);
    for (const { change, state } of record.verdicts) {
      this.#changes.inc({ change, action: state.action });
    }
    this.#asOf.set(record.asOf / 1000);
    this.#campaigns.set(record.campaigns.length);
  }

  published(count: number): void {
    this.#published.inc(count);
  }

  healthy(healthy: boolean): void {
    this.#healthy.set(healthy ? 1 : 0);
  }
}
