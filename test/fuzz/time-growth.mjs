import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';

const SMALLEST = 16_384;
const FACTORS = [1, 2, 4, 8];
/** Eight times the text may take eight times as long, three times over: caches, garbage and a busy machine. */
const MOST_GROWTH = 24;
/** Less is too short to be measured, and quadratic time would be far above it. */
const WORTH_JUDGING_MS = 4;
const PATIENT_ATTEMPTS = 15;
const ATTEMPTS = 3;

/**
 * Lengthens an input to 16 KiB and to 2, 4 and 8 times that, by repeating one part of it, and times each.
 *
 * @returns `{ growth, slow, text }`: how many times longer eight times the text took, whether that is more than linear
 */
export function timeGrowth(value, chance, run) {
  const text = typeof value === 'string' ? value : Buffer.from(value).toString('latin1');
  const from = chance.below(text.length + 1);
  const to = Math.min(text.length, from + 1 + chance.small(40));
  const part = text.slice(from, to) || ' ';
  const lengthened = (length) =>
    text.slice(0, from) +
    part.repeat(Math.max(1, Math.ceil((length - text.length) / part.length))) +
    text.slice(from);
  const inputs = FACTORS.map((factor) => lengthened(SMALLEST * factor));
  let times = inputs.map((input) => shortest(() => run(input), ATTEMPTS));
  if (isSteep(times)) times = inputs.map((input) => shortest(() => run(input), PATIENT_ATTEMPTS));
  return { growth: growthOf(times), times, slow: isSteep(times), text: inputs[0] };
}

export function shortest(work, attempts) {
  let best = Infinity;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const begun = performance.now();
    work();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

const growthOf = (times) => times.at(-1) / times[0];
const isSteep = (times) => times.at(-1) > WORTH_JUDGING_MS && growthOf(times) > MOST_GROWTH;
