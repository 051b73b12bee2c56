import { type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type SchedulerRegistry } from '@nestjs/schedule';
import { type Clock, type Logger } from '#libs/platform';
import {
  type AuditedPartition,
  type BrokerRange,
  compareWithBrokers,
  type LogAudit,
  repairOf,
  topicLife,
} from '#libs/store';
import { type AuditMetrics } from './audit-metrics.js';

const TIMER = 'audit';

export interface LogAuditorParts {
  readonly audit: Pick<LogAudit, 'run'>;
  /** What the brokers hold of those of the topics that they have; none where no brokers are named. */
  readonly ends: (topics: readonly string[]) => Promise<ReadonlyMap<string, BrokerRange[]>>;
  readonly metrics: AuditMetrics;
  readonly timers: SchedulerRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Milliseconds between audits; 0 for none. */
  readonly everyMs: number;
}

/** Audits the stored log on a timer, never twice at once, and raises an alarm about what nothing heals by itself. */
export class LogAuditor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #parts: LogAuditorParts;
  #running: Promise<void> | undefined;
  #isStopping = false;

  constructor(parts: LogAuditorParts) {
    this.#parts = parts;
  }

  onApplicationBootstrap(): void {
    const { timers, everyMs } = this.#parts;
    if (everyMs === 0) return;
    timers.addInterval(
      TIMER,
      setInterval(() => void this.run(), everyMs),
    );
    void this.run();
  }

  /** Does not wait for an audit: it only reads, and brokers out of reach would hold the process for half a minute. */
  beforeApplicationShutdown(): void {
    const { timers } = this.#parts;
    this.#isStopping = true;
    if (timers.doesExist('interval', TIMER)) timers.deleteInterval(TIMER);
  }

  /** Never rejects: what it could not do, the next audit does. */
  run(): Promise<void> {
    this.#running ??= this.#audit().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #audit(): Promise<void> {
    const { audit, ends, metrics, clock, logger } = this.#parts;
    try {
      const audits = await audit.run();
      const topics = audits.map(({ topic }) => topicLife(topic).topic);
      const partitions = compareWithBrokers(audits, await ends(topics));
      metrics.show(partitions, clock.now());
      for (const partition of partitions) this.#alarm(partition);
    } catch (error) {
      if (this.#isStopping) return;
      metrics.failed();
      logger.warn('the stored log could not be audited; the next audit tries again', { error });
    }
  }

  #alarm(found: AuditedPartition): void {
    const { logger } = this.#parts;
    const { topic, partition, duplicatedRows, missingOffsets, tail } = found;
    const where = { topic, partition };
    if (duplicatedRows > 0) {
      const repair = repairOf(found);
      logger.error('rows are stored twice', { ...where, duplicatedRows, repair });
    }
    if (missingOffsets > 0) {
      const advice = 'see "Rows are missing" in docs/operations/run-and-watch.md';
      logger.error('stored rows are missing', { ...where, missingOffsets, advice });
    }
    if (found.isAhead) {
      const advice = `if the topic was made again, start ingest with SOURCE_EPOCH (${topicLife(topic).topic}@${topicLife(topic).epoch + 1})`;
      logger.error('the stored log ends beyond the topic', { ...where, tail, advice });
    }
  }
}
