import { type DecisionSource } from './decision-source.js';

/** A decision that began or ended with a change of the history, or ended by the clock. */
export interface TrailMark {
  readonly source: DecisionSource;
  /** When it was noticed, milliseconds since the epoch. */
  readonly at: number;
}

interface NumberedMark extends TrailMark {
  readonly sequence: number;
}

/** So many marks are kept: about 100 MiB. Whoever asks for older ones gets everything. */
const MOST = 500_000;

/** The trail of what changed lately, from which each bouncer is told what it has not heard of. */
export class EndedDecisions {
  #changes: NumberedMark[] = [];
  #expiries: TrailMark[] = [];
  #from: number;

  constructor(from: number) {
    this.#from = from;
  }

  /** @returns whether everything that happened after this place is still known */
  reaches(sequence: number): boolean {
    return sequence >= this.#from;
  }

  changed(sources: readonly DecisionSource[], sequence: number, at: number): void {
    for (const source of sources) this.#changes.push({ source, sequence, at });
    if (this.#changes.length <= MOST * 1.1) return;
    const forgotten = this.#changes.splice(0, this.#changes.length - MOST);
    this.#from = forgotten.at(-1)?.sequence ?? this.#from;
  }

  expired(sources: readonly DecisionSource[]): void {
    const marks = sources.map((source) => ({ source, at: source.expiresAt }));
    this.#expiries.push(...marks.sort((one, other) => one.at - other.at));
    if (this.#expiries.length > MOST * 1.1) {
      this.#expiries = this.#expiries.slice(-MOST);
    }
  }

  /** What is not told any more, though its verdict goes on. */
  noticed(sources: readonly DecisionSource[], at: number): void {
    for (const source of sources) this.#expiries.push({ source, at });
  }

  /** What began or ended after the place and the instant. */
  since(sequence: number, at: number): TrailMark[] {
    const changes = this.#changes.slice(lowest(this.#changes, (mark) => mark.sequence > sequence));
    return [...changes, ...this.#expiries.filter((mark) => mark.at > at)];
  }
}

/** The first place whose item and all behind it hold. */
function lowest<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
