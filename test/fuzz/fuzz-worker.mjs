// The thread that takes the inputs one after another; run.mjs starts it and watches that it goes on.
import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { fuzzInput } from './fuzz-input.mjs';
import { createPipeline } from './pipeline.mjs';
import { loadSeeds } from './seeds.mjs';
import { seedsOfFormat } from './seeds-of-format.mjs';
import { shortest, timeGrowth } from './time-growth.mjs';

/** What one line may take, of at most 64 KiB, on any machine; and what each further line of its message may. */
const BUDGET_MS = 100;
const BUDGET_PER_LINE_MS = 0.05;
const GROWTH_EVERY = 2_000;
const REPORT_EVERY = 20_000;
const CONFIRM = 4;
/** Before anything is called slow: other programs may have had the processor meanwhile. */
const CONFIRM_SLOW = 12;
/** zlib lets go of its memory between turns of the event loop only. */
const TURN_EVERY = 200;

const { seed, from, to, format, current } = workerData;
const progress = new Float64Array(current);
const allSeeds = format === '' ? loadSeeds() : seedsOfFormat(loadSeeds(), format);
const pipeline = createPipeline(allSeeds);
const totals = { inputs: 0, bytes: 0, slowest: { ms: 0 }, growths: 0, steepest: { growth: 0 } };

progress[1] = 1;
for (let number = from; number < to; number += 1) {
  progress[0] = number;
  const { value, seeds, chance } = fuzzInput({ seed, number, allSeeds });
  const parse = pipeline.choose(seeds, chance);
  const run = (input) => pipeline.run(input, parse);
  const find = (kind, words, input = value) =>
    parentPort.postMessage({
      finding: {
        kind,
        number,
        source: seeds.source.format,
        words,
        input: Buffer.from(input).toString('base64'),
      },
    });
  try {
    take({ value, run, number, find });
    if (number % GROWTH_EVERY === 0) grow({ value, chance, run, number, find });
  } catch (error) {
    find(
      'throw',
      String(error?.stack ?? error)
        .split('\n')
        .slice(0, 6)
        .join('\n'),
    );
  }
  if (number % TURN_EVERY === 0) await setImmediate();
  totals.inputs += 1;
  totals.bytes += value.length;
  if (totals.inputs % REPORT_EVERY === 0) report();
}
report();
parentPort.close();

function take({ value, run, number, find }) {
  const begun = performance.now();
  const items = run(value);
  const taken = performance.now() - begun;
  if (taken <= totals.slowest.ms) return;
  const budget = BUDGET_MS + items * BUDGET_PER_LINE_MS;
  let ms = Math.min(
    taken,
    shortest(() => run(value), CONFIRM),
  );
  if (ms > budget)
    ms = Math.min(
      ms,
      shortest(() => run(value), CONFIRM_SLOW),
    );
  if (ms > budget) {
    find('slow', `${ms.toFixed(1)} ms for ${items} items`);
  }
  if (ms > totals.slowest.ms) totals.slowest = { ms, number, length: value.length, items };
}

function grow({ value, chance, run, number, find }) {
  const { growth, times, slow, text } = timeGrowth(value, chance, run);
  totals.growths += 1;
  if (times.at(-1) > 1 && growth > totals.steepest.growth) totals.steepest = { growth, number };
  if (slow) find('growth', `${times.map((ms) => ms.toFixed(2)).join(', ')} ms`, text);
}

function report() {
  const { heapUsed } = process.memoryUsage();
  parentPort.postMessage({ totals: { ...totals, ...pipeline.counts, heapUsed } });
}
