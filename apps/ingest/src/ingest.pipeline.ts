import { type BlockSlots } from './batch/block-slots.js';
import { OneAhead } from './batch/one-ahead.js';
import { type RowBatch, rowBatches, type RowBatchLimits } from './batch/row-batches.js';
import { type TopicParsers } from './parse/topic-parsers.js';
import { type BatchOutcome, type LogSource, type RecordBatch } from './source/log-source.js';
import { type MemoryGate } from './store/memory-gate.js';
import { type PartitionLog } from './store/partition-log.js';
import { type LogWriter } from './store/log-writer.js';

/** The parts of the flow, in the order in which a record meets them. */
export interface IngestStages {
  readonly memory: MemoryGate;
  readonly parsers: Pick<TopicParsers, 'of'>;
  readonly limits: RowBatchLimits;
  readonly slots: BlockSlots;
  readonly writer: LogWriter;
}

/**
 * From a log to the store: decode → parse → batch → store → move on.
 *
 * Contract: a source is told to move on only past records whose rows are stored, and no record's rows
 * are stored twice, whatever dies when and however many of us there are. What the writer was not able
 * to store stays with the source, which delivers it again from the tail of the store.
 */
export class IngestPipeline {
  readonly #stages: IngestStages;
  readonly #partitions = new Map<string, PartitionLog>();
  #source: LogSource | undefined;

  constructor(stages: IngestStages) {
    this.#stages = stages;
  }

  /** Resolves when the source has ended and all of it is stored. */
  async run(source: LogSource): Promise<void> {
    this.#source = source;
    this.#stages.writer.attach(source);
    await source.run({
      onAssign: (topic, partition) => this.#assign(topic, partition),
      onBatch: (batch) => this.#ingest(batch),
      onGap: (gap) => {
        this.#stages.writer.reportGap(gap);
      },
    });
  }

  /** Takes nothing more, stores what is under way unless the store is away, and lets the source go. */
  async stop(): Promise<void> {
    this.#stages.writer.stop();
    await this.#source?.stop();
  }

  async #assign(topic: string, partition: number): Promise<number> {
    const log = await this.#stages.writer.open(topic, partition);
    this.#partitions.set(`${topic}/${partition}`, log);
    return log.tail;
  }

  async #ingest(batch: RecordBatch): Promise<BatchOutcome | undefined> {
    const { memory } = this.#stages;
    const log = this.#log(batch);
    memory.take(batch.size, () => this.#source?.assigned() ?? []);
    let storedTo: number | undefined;
    try {
      await log.inTurn(async () => {
        storedTo = await this.#storeAll(batch, log);
        return storedTo !== undefined;
      });
    } finally {
      memory.give(batch.size);
    }
    if (storedTo === log.tail) return undefined;
    return { resumeFrom: log.tail < 0 ? batch.from : log.tail };
  }

  /** Stores one block while the next is being filled; resolves to where the last one ended, or undefined if not all was stored. */
  async #storeAll(batch: RecordBatch, log: PartitionLog): Promise<number | undefined> {
    const { parsers, limits, slots } = this.#stages;
    const filled = new OneAhead(rowBatches(batch, parsers.of(batch.topic), { limits, slots }));
    let end = log.tail;
    try {
      for await (const rows of filled) {
        const stored = await this.#storeBlock(rows, batch, log);
        if (stored === undefined) return undefined;
        end = stored;
      }
      return end;
    } finally {
      if ((await filled.end()) !== undefined) slots.give();
    }
  }

  /** Resolves to where the block ends, or undefined if it was not stored. */
  async #storeBlock(
    rows: RowBatch,
    batch: RecordBatch,
    log: PartitionLog,
  ): Promise<number | undefined> {
    const { slots, writer } = this.#stages;
    const { block } = rows;
    let end: number | undefined;
    try {
      if (await writer.store(log, rows, batch)) ({ end } = block);
      return end;
    } finally {
      slots.give(end === undefined ? undefined : block);
    }
  }

  #log({ topic, partition }: RecordBatch): PartitionLog {
    const log = this.#partitions.get(`${topic}/${partition}`);
    if (log === undefined) throw new Error(`bug: ${topic}/${partition} was never assigned`);
    return log;
  }
}
