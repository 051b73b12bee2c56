import { type MetricsRegistry } from '#libs/platform';
import { type AuditedPartition } from '#libs/store';
import { Counter, Gauge } from 'prom-client';

const PARTITION = ['topic', 'partition'] as const;
type PartitionGauge = Gauge<(typeof PARTITION)[number]>;

/** What the newest audit of the stored log found; absent before the first one. */
export class AuditMetrics {
  readonly #duplicated: PartitionGauge;
  readonly #missing: PartitionGauge;
  readonly #behind: PartitionGauge;
  readonly #ahead: PartitionGauge;
  readonly #lastRun: Gauge;
  readonly #failures: Counter;

  constructor(registry: MetricsRegistry) {
    const registers = [registry];
    const gauge = (name: string, help: string): PartitionGauge =>
      new Gauge({ name: `wherefore_audit_${name}`, help, labelNames: [...PARTITION], registers });
    this.#duplicated = gauge('duplicated_rows', 'Rows stored more than once');
    this.#missing = gauge('missing_offsets', 'Offsets without a row and without a gap record');
    this.#behind = gauge('behind_records', 'Records in Kafka that are not stored');
    this.#ahead = gauge('ahead_of_brokers', '1 when the stored log ends beyond the topic');
    this.#lastRun = new Gauge({
      name: 'wherefore_audit_last_run_timestamp_seconds',
      help: 'When the newest audit ended',
      registers,
      // Without a value the gauge would say 1970.
      collect: () => undefined,
    });
    this.#lastRun.remove();
    this.#failures = new Counter({
      name: 'wherefore_audit_failures_total',
      help: 'Audits that could not be finished',
      registers,
    });
  }

  /** @param endedAt milliseconds since the epoch */
  show(partitions: readonly AuditedPartition[], endedAt: number): void {
    for (const gauge of [this.#duplicated, this.#missing, this.#behind, this.#ahead]) gauge.reset();
    for (const one of partitions) {
      const labels = { topic: one.topic, partition: one.partition };
      this.#duplicated.set(labels, one.duplicatedRows);
      this.#missing.set(labels, one.missingOffsets);
      if (one.behindRecords === null) continue;
      this.#behind.set(labels, one.behindRecords);
      this.#ahead.set(labels, one.isAhead ? 1 : 0);
    }
    this.#lastRun.set(endedAt / 1_000);
  }

  failed(): void {
    this.#failures.inc();
  }
}
