import { type Logger } from '#libs/platform';
import {
  type AppendResult,
  type EventBatch,
  type EventLog,
  StoreUnavailableError,
} from '#libs/store';
import { type RowBatch } from '../batch/row-batches.js';
import { type IngestMetrics } from '../observe/ingest-metrics.js';
import { type LogSource, type RecordBatch, type RecordGap } from '../source/log-source.js';
import { PartitionLog } from './partition-log.js';
import { patiently } from './patiently.js';
import { type PausedPartitions } from './paused-partitions.js';

export interface LogWriterParts {
  readonly eventLog: Pick<EventLog, 'tail' | 'append'>;
  readonly pauses: PausedPartitions;
  readonly metrics: IngestMetrics;
  readonly logger: Logger;
}

/**
 * Stores batches and bears with the store. While ClickHouse is away the partition is paused and the
 * batch is held and tried again without a limit; what ClickHouse refuses for good stops the partition
 * (a source with an end fails), and nothing is ever skipped.
 */
export class LogWriter {
  readonly #parts: LogWriterParts;
  #source: LogSource | undefined;
  #stopping = false;

  constructor(parts: LogWriterParts) {
    this.#parts = parts;
  }

  attach(source: LogSource): void {
    this.#source = source;
    this.#parts.pauses.attach(source);
  }

  /** Holds nothing any longer; an insert that is under way may end. */
  stop(): void {
    this.#stopping = true;
  }

  /** Asks the store how far the partition's chain reaches. */
  async open(topic: string, partition: number): Promise<PartitionLog> {
    const { eventLog, pauses, metrics, logger } = this.#parts;
    pauses.forget(topic, partition);
    const tail = await patiently(() => eventLog.tail(topic, partition), {
      logger: logger.child({ correlation: `${topic}/${partition}` }),
      gone: () => this.#stopping,
      onRetry: () => {
        metrics.retries.inc();
      },
    });
    if (tail === undefined) throw new StoreUnavailableError('this process is stopping');
    metrics.keepLagOf(this.#source?.assigned() ?? []);
    return new PartitionLog(topic, partition, tail);
  }

  /** @returns whether all of it is stored */
  async store(log: PartitionLog, rows: RowBatch, batch: RecordBatch): Promise<boolean> {
    const { metrics, pauses, logger } = this.#parts;
    const { topic, partition } = log;
    const batchLogger = logger.child({ correlation: `${topic}/${partition}/${log.tail}` });
    const since = performance.now();
    try {
      const isStored = await log.store(rows, (proposal) =>
        this.#append(proposal, batch.signal, batchLogger),
      );
      if (isStored) {
        metrics.stored(rows, performance.now() - since);
        if (this.#source?.isEndless === true)
          metrics.setLag(log, Math.max(0, batch.highWatermark - log.tail));
        batchLogger.debug('stored', { rows: rows.block.rows, end: rows.block.end });
      }
      return isStored;
    } catch (error) {
      if (this.#source?.isEndless !== true) throw error;
      pauses.pause(topic, partition, 'store_refuses');
      metrics.stopped.inc({ topic, partition });
      batchLogger.error('the store refuses this batch; the partition is stopped', { error });
      return false;
    } finally {
      pauses.resume(topic, partition, 'store_away');
    }
  }

  reportGap({ topic, partition, from, to }: RecordGap): void {
    this.#parts.metrics.missing.inc({ topic, partition }, to - from);
  }

  async #append(
    proposal: EventBatch,
    signal: AbortSignal,
    logger: Logger,
  ): Promise<AppendResult | undefined> {
    const { eventLog, pauses, metrics } = this.#parts;
    const { topic, partition } = proposal.block;
    const result = await patiently(() => eventLog.append(proposal), {
      logger,
      gone: () => this.#stopping || signal.aborted,
      onRetry: () => {
        metrics.retries.inc();
        pauses.pause(topic, partition, 'store_away');
      },
    });
    if (result?.lostRace === true) metrics.lostRaces.inc();
    metrics.burnedTokens.inc(result?.burned ?? 0);
    return result;
  }
}
