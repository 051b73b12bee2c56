import { type EachBatchPayload } from 'kafkajs';
import { type Logger } from '#libs/platform';
import { messageOf } from '../message-of.js';
import { StreamError } from '../stream-error.js';
import { type PartitionRange } from '../topic-ends.js';
import { keepAlive } from './keep-alive.js';
import { fetchedOffset, LogBatch } from './log-batch.js';
import { type LogGap, type LogHandlers } from './log-handlers.js';
import { retryWhile } from './retry-while.js';

/** What a partition may do with the consumer that it belongs to. */
export interface PartitionPort {
  handlers: LogHandlers;
  logger: Logger;
  heartbeatMs: number;
  seek(topic: string, partition: number, offset: number): void;
  pause(topic: string, partition: number): void;
  resume(topic: string, partition: number): void;
  range(topic: string, partition: number): Promise<PartitionRange>;
  fatal(error: StreamError): void;
}

/** A seek that the broker answers with something later this often has nothing to deliver in between. */
const MISFITS_BEFORE_SKIP = 3;

/**
 * One partition for as long as one assignment lasts. It knows the only offset that may be delivered next, and takes from
 * kafkajs no batch that was asked for beyond it: whatever committed offsets, seeks and late fetches do there, no message is
 * left out, and none is delivered twice in one assignment unless the handler asks for it.
 */
export class AssignedPartition {
  readonly #closing = new AbortController();
  readonly #lost = new AbortController();
  #next: number | undefined;
  /** Offsets below are with the owner; what is missing between here and the next message is told with that one. */
  #accounted = 0;
  #misfits = 0;
  #pausedByOwner = false;
  #storing: Promise<unknown> | undefined;

  constructor(
    readonly topic: string,
    readonly partition: number,
    private readonly port: PartitionPort,
  ) {}

  /** The next offset to deliver; undefined until the owner has said where to start. */
  get next(): number | undefined {
    return this.#next;
  }

  /** Resolves when no batch is with the handler. */
  async idle(): Promise<void> {
    await this.#storing;
  }

  /** Takes no further batch and gives up retrying; what the handler is doing may end. */
  close(): void {
    this.#closing.abort();
    this.port.pause(this.topic, this.partition);
  }

  /** The partition is no longer ours. */
  revoke(): void {
    this.#closing.abort();
    this.#lost.abort();
  }

  pause(): void {
    this.#pausedByOwner = true;
    this.port.pause(this.topic, this.partition);
  }

  resume(): void {
    this.#pausedByOwner = false;
    if (this.#next !== undefined) this.port.resume(this.topic, this.partition);
  }

  /** Asks the owner where to start and seeks there; the partition is paused until then. */
  async start(): Promise<void> {
    await this.#guarded('onAssign', async () => {
      const told = await this.port.handlers.onAssign(this.topic, this.partition);
      const range = await this.port.range(this.topic, this.partition);
      const next = told < 0 ? range.earliest : told;
      this.#refuseIfAhead(next, range);
      if (next < range.earliest) await this.#reportGap(next, range.earliest, 'retention');
      if (this.#isClosed()) return;
      this.#accounted = next;
      this.#next = Math.max(next, range.earliest);
      this.port.seek(this.topic, this.partition, this.#next);
      if (!this.#pausedByOwner) this.port.resume(this.topic, this.partition);
    });
  }

  async deliver(payload: EachBatchPayload): Promise<void> {
    const next = this.#next;
    if (next === undefined || this.#isClosed() || this.#storing !== undefined) return;
    const fetched = fetchedOffset(payload.batch);
    const batch = this.#batchOf(payload, next);
    if (fetched > next || batch.end <= next) {
      await this.#guarded('realign', () => this.#realign(next, fetched));
      return;
    }
    this.#misfits = 0;
    const heart = keepAlive(
      () => payload.heartbeat(),
      this.port.heartbeatMs,
      () => {
        this.revoke();
      },
    );
    this.#storing = this.#guarded('onBatch', () => this.#store(payload, batch));
    try {
      await this.#storing;
    } finally {
      this.#storing = undefined;
      heart.stop();
    }
    heart.throwFailure();
  }

  #batchOf({ batch }: EachBatchPayload, next: number): LogBatch {
    const { topic, partition } = this;
    const highWatermark = Number(batch.highWatermark);
    const place = { topic, partition, highWatermark, signal: this.#lost.signal };
    return new LogBatch(batch, place, { from: next, accounted: this.#accounted });
  }

  async #store(payload: EachBatchPayload, batch: LogBatch): Promise<void> {
    const outcome = await this.port.handlers.onBatch(batch);
    if (batch.signal.aborted) return;
    this.#next = outcome?.resumeFrom ?? batch.end;
    this.#accounted = outcome?.resumeFrom ?? batch.accounted;
    payload.resolveOffset(String(this.#next - 1));
  }

  async #realign(next: number, fetched: number): Promise<void> {
    const range = await this.port.range(this.topic, this.partition);
    this.#refuseIfAhead(next, range);
    if (this.#isClosed()) return;
    this.#misfits += 1;
    let target = Math.max(next, range.earliest);
    if (target > next) await this.#reportGap(next, target, 'retention');
    else if (fetched > next && this.#misfits > MISFITS_BEFORE_SKIP) {
      target = fetched;
      await this.#reportGap(next, target, 'unreadable');
    }
    if (this.#isClosed()) return;
    this.#next = target;
    this.port.seek(this.topic, this.partition, target);
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  #refuseIfAhead(next: number, { end }: PartitionRange): void {
    if (next <= end) return;
    throw new StreamError(
      'TOPIC_RECREATED',
      `Stored rows of ${this.topic}/${this.partition} reach offset ${next}, but the topic ends at ${end}: it was deleted and created again, or lost its newest messages. If it was created again, count its offsets apart: start ingest with SOURCE_EPOCH=${this.topic}@2 (or the number after the one in use). What is stored stays.`,
      false,
    );
  }

  async #reportGap(from: number, to: number, reason: LogGap['reason']): Promise<void> {
    const gap = { topic: this.topic, partition: this.partition, from, to, reason };
    this.port.logger.error('messages are missing in Kafka', gap);
    await this.port.handlers.onGap?.(gap);
  }

  async #guarded(step: string, attempt: () => Promise<void>): Promise<void> {
    const { topic, partition } = this;
    try {
      await retryWhile(attempt, {
        closing: this.#closing.signal,
        onRetry: (error, pauseMs) => {
          this.port.logger.warn(`${step} will be tried again`, {
            topic,
            partition,
            pauseMs,
            error,
          });
        },
      });
    } catch (error) {
      this.close();
      this.port.fatal(asFatal(error, `${step} of ${topic}/${partition}`));
    }
  }
}

function asFatal(error: unknown, where: string): StreamError {
  if (error instanceof StreamError) return error;
  return new StreamError('HANDLER_FAILED', `${where} failed: ${messageOf(error)}`, false, {
    cause: error,
  });
}
