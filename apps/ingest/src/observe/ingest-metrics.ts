import { type MetricsRegistry } from '#libs/platform';
import { Counter, Gauge, Histogram } from 'prom-client';
import { type RowBatch } from '../batch/row-batches.js';

const PARTITION = ['topic', 'partition'] as const;

interface Partition {
  readonly topic: string;
  readonly partition: number;
}

/** Lines stored by this process. */
export interface StoredTotals {
  readonly lines: number;
  readonly events: number;
  readonly rejects: number;
}

/** What the ingest process tells Prometheus. Lines, events and rejects count when they are stored. */
export class IngestMetrics {
  readonly lines: Counter;
  readonly events: Counter;
  readonly rejects: Counter<'reason'>;
  readonly batches: Counter;
  readonly bytes: Counter;
  readonly storeSeconds: Histogram;
  readonly lag: Gauge<'topic' | 'partition'>;
  readonly paused: Gauge<'reason'>;
  readonly heldBytes: Gauge;
  readonly retries: Counter;
  readonly burnedTokens: Counter;
  readonly lostRaces: Counter;
  readonly missing: Counter<'topic' | 'partition'>;
  readonly stopped: Counter<'topic' | 'partition'>;

  readonly #withLag = new Map<string, Partition>();
  #totals: StoredTotals = { lines: 0, events: 0, rejects: 0 };

  constructor(registry: MetricsRegistry) {
    const counter = <Label extends string>(
      name: string,
      help: string,
      labelNames: readonly Label[] = [],
    ): Counter<Label> =>
      new Counter({
        name: `wherefore_ingest_${name}`,
        help,
        labelNames: [...labelNames],
        registers: [registry],
      });
    const gauge = <Label extends string>(
      name: string,
      help: string,
      labelNames: readonly Label[] = [],
    ): Gauge<Label> =>
      new Gauge({
        name: `wherefore_ingest_${name}`,
        help,
        labelNames: [...labelNames],
        registers: [registry],
      });
    this.lines = counter('lines_total', 'Log lines stored, rejected ones too');
    this.events = counter('events_stored_total', 'Access events stored');
    this.rejects = counter('rejects_total', 'Lines stored as dead letters', ['reason']);
    this.batches = counter('batches_total', 'Batches stored');
    this.bytes = counter('bytes_total', 'Bytes of log stored');
    this.retries = counter('store_retries_total', 'Times ClickHouse was away and was asked again');
    this.burnedTokens = counter('burned_tokens_total', 'Insert tokens taken without their rows');
    this.lostRaces = counter('lost_races_total', 'Batches another writer was faster with');
    this.missing = counter('missing_records_total', 'Records Kafka can no longer give', PARTITION);
    this.stopped = counter('partitions_stopped_total', 'Stops as the store refuses', PARTITION);
    this.lag = gauge('lag_records', 'Records in the log and not yet stored', PARTITION);
    this.paused = gauge('paused_partitions', 'Partitions paused now', ['reason']);
    this.heldBytes = gauge('held_bytes', 'Bytes of log read and not yet stored');
    this.storeSeconds = new Histogram({
      name: 'wherefore_ingest_store_seconds',
      help: 'Time to store one batch, tries while ClickHouse was away included',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers: [registry],
    });
  }

  get totals(): StoredTotals {
    return this.#totals;
  }

  stored({ block, bytes, rejects }: RowBatch, milliseconds: number): void {
    const rejected = [...rejects.values()].reduce((sum, count) => sum + count, 0);
    this.lines.inc(block.rows);
    this.events.inc(block.rows - rejected);
    for (const [reason, count] of rejects) this.rejects.inc({ reason }, count);
    this.batches.inc();
    this.bytes.inc(bytes);
    this.storeSeconds.observe(milliseconds / 1000);
    this.#totals = {
      lines: this.#totals.lines + block.rows,
      events: this.#totals.events + block.rows - rejected,
      rejects: this.#totals.rejects + rejected,
    };
  }

  /** Forgets the lag of every partition that is not ours any more. */
  keepLagOf(assigned: readonly Partition[]): void {
    const kept = new Set(assigned.map(({ topic, partition }) => `${topic}/${partition}`));
    for (const known of this.#withLag.values()) {
      if (kept.has(`${known.topic}/${known.partition}`)) continue;
      this.lag.remove(known);
      this.#withLag.delete(`${known.topic}/${known.partition}`);
    }
  }

  setLag({ topic, partition }: Partition, records: number): void {
    this.#withLag.set(`${topic}/${partition}`, { topic, partition });
    this.lag.set({ topic, partition }, records);
  }
}
