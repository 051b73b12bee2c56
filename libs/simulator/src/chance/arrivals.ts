import { type Random } from './random.js';

const SLICE = 5 * 60_000;

/** A span of event time, epoch milliseconds, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Arrival times of a Poisson process whose rate changes with time, in order, five minutes at a time.
 * Independent people arrive like this at the level of sessions (Paxson and Floyd 1995, "Wide-Area Traffic: The Failure of Poisson Modeling").
 */
export function* arrivals(
  random: Random,
  span: Span,
  perHour: (time: number) => number,
): Generator<number, void, void> {
  for (let slice = span.start; slice < span.end; slice += SLICE) {
    const width = Math.min(SLICE, span.end - slice);
    const expected = (perHour(slice + width / 2) * width) / 3_600_000;
    const times = Array.from({ length: random.poisson(expected) }, () =>
      Math.floor(slice + random.next() * width),
    );
    yield* times.sort((a, b) => a - b);
  }
}
