import { type LogSource } from '../source/log-source.js';

/** Why a partition is not read on: the store is away, it refuses the rows for good, or memory is full. */
export type PauseReason = 'store_away' | 'store_refuses' | 'memory';

/** Which partitions are paused and why; a partition is resumed when its last reason is gone. */
export class PausedPartitions {
  readonly #reasons = new Map<string, Set<PauseReason>>();
  #source: LogSource | undefined;

  constructor(private readonly onChange: (reason: PauseReason, partitions: number) => void) {}

  /** Pauses and resumes at this source from now on. */
  attach(source: LogSource): void {
    this.#source = source;
  }

  pause(topic: string, partition: number, reason: PauseReason): void {
    const key = keyOf(topic, partition);
    const reasons = this.#reasons.get(key) ?? new Set();
    if (reasons.has(reason)) return;
    this.#reasons.set(key, reasons.add(reason));
    if (reasons.size === 1) this.#source?.pause(topic, partition);
    this.onChange(reason, this.count(reason));
  }

  resume(topic: string, partition: number, reason: PauseReason): void {
    const key = keyOf(topic, partition);
    const reasons = this.#reasons.get(key);
    if (reasons?.delete(reason) !== true) return;
    this.onChange(reason, this.count(reason));
    if (reasons.size > 0) return;
    this.#reasons.delete(key);
    this.#source?.resume(topic, partition);
  }

  /** A new assignment starts unpaused. */
  forget(topic: string, partition: number): void {
    const reasons = this.#reasons.get(keyOf(topic, partition));
    this.#reasons.delete(keyOf(topic, partition));
    for (const reason of reasons ?? []) this.onChange(reason, this.count(reason));
  }

  count(reason: PauseReason): number {
    return [...this.#reasons.values()].filter((reasons) => reasons.has(reason)).length;
  }
}

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;
