import { type PausedPartitions } from './paused-partitions.js';

interface Partition {
  readonly topic: string;
  readonly partition: number;
}

/**
 * Bytes of log taken from the source and not yet stored, over all partitions: above the high mark all
 * are paused, below the low mark they go on.
 */
export class MemoryGate {
  #held = 0;
  #paused: readonly Partition[] = [];

  constructor(
    private readonly pauses: PausedPartitions,
    private readonly marks: { readonly high: number; readonly low: number },
    private readonly onChange: (held: number) => void,
  ) {}

  take(bytes: number, assigned: () => readonly Partition[]): void {
    this.#held += bytes;
    this.onChange(this.#held);
    if (this.#held <= this.marks.high || this.#paused.length > 0) return;
    this.#paused = assigned();
    for (const { topic, partition } of this.#paused) this.pauses.pause(topic, partition, 'memory');
  }

  give(bytes: number): void {
    this.#held -= bytes;
    this.onChange(this.#held);
    if (this.#held > this.marks.low) return;
    const paused = this.#paused;
    this.#paused = [];
    for (const { topic, partition } of paused) this.pauses.resume(topic, partition, 'memory');
  }
}
