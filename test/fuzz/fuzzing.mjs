import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { fuzzInput } from './fuzz-input.mjs';
import { loadSeeds } from './seeds.mjs';
import { seedsOfFormat } from './seeds-of-format.mjs';

const WORKER = new URL('./fuzz-worker.mjs', import.meta.url);
const LOOK_EVERY_MS = 500;
/** One input, lengthened and timed several times, takes less than a second. */
const HUNG_AFTER_MS = 20_000;
/** Loading the product and its reference data takes a second, on a machine with other things to do many. */
const STARTED_WITHIN_MS = 120_000;
const MOST_FINDINGS = 50;
/** What a thread may hold: batches of rows, caches and a few messages, nothing that grows with their number. */
const HEAP_MIB = 256;

/** A run: a thread takes the inputs, this one sees to it that it goes on, and starts it anew behind an input that stops it. */
export class Fuzzing {
  #options;
  /** The input the thread is at, and 1 as soon as it has begun. */
  #current = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT);
  #done = [];
  #findings = [];
  #heapPeak = 0;

  constructor(options) {
    this.#options = options;
  }

  async run() {
    const begun = performance.now();
    const { to } = this.#options;
    let next = this.#options.from;
    while (next < to && this.#findings.length < MOST_FINDINGS) next = await this.#stretch(next);
    return {
      inputs: next - this.#options.from,
      parts: this.#done,
      findings: this.#findings,
      heapPeak: this.#heapPeak,
      seconds: (performance.now() - begun) / 1_000,
    };
  }

  /** Takes inputs from `from` on; the number to go on with. */
  async #stretch(from) {
    const { seed, to, format } = this.#options;
    const progress = new Float64Array(this.#current);
    progress.set([from, 0]);
    const worker = new Worker(WORKER, {
      workerData: { seed, from, to, format, current: this.#current },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    let last;
    let stopped;
    worker.on('message', ({ finding, totals }) => {
      if (totals !== undefined) last = this.#note(totals);
      if (finding !== undefined) this.#add(finding);
      if (this.#findings.length >= MOST_FINDINGS) void worker.terminate();
    });
    worker.on('error', (error) => {
      stopped = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
      this.#add(this.#findingAt(progress[0], stopped, String(error.stack ?? error)));
    });
    const watch = this.#watch(progress, () => {
      stopped = 'hang';
      this.#add(this.#findingAt(progress[0], stopped, `nothing for ${HUNG_AFTER_MS} ms`));
      void worker.terminate();
    });
    await new Promise((ended) => worker.once('exit', ended));
    clearInterval(watch);
    if (last !== undefined) this.#done.push(last);
    return stopped === undefined ? to : progress[0] + 1;
  }

  #watch(progress, onHang) {
    let seen = progress.join();
    let since = performance.now();
    return setInterval(() => {
      const patience = progress[1] === 1 ? HUNG_AFTER_MS : STARTED_WITHIN_MS;
      if (progress.join() !== seen) {
        seen = progress.join();
        since = performance.now();
      } else if (performance.now() - since > patience) {
        since = Infinity;
        onHang();
      }
    }, LOOK_EVERY_MS);
  }

  #note(totals) {
    this.#heapPeak = Math.max(this.#heapPeak, totals.heapUsed);
    this.#options.say(
      `\r${totals.inputs.toLocaleString('en')} inputs, ${this.#findings.length} findings `,
    );
    return totals;
  }

  /** The same failure is told once. */
  #add(finding) {
    const known = this.#findings.find(
      ({ kind, words }) => kind === finding.kind && kind === 'throw' && words === finding.words,
    );
    if (known === undefined) this.#findings.push({ ...finding, times: 1 });
    else known.times += 1;
  }

  /** The thread can tell nothing any more; its input is made again from its number. */
  #findingAt(number, kind, words) {
    const { seed, format } = this.#options;
    const seeds = loadSeeds();
    const allSeeds = format === '' ? seeds : seedsOfFormat(seeds, format);
    const made = fuzzInput({ seed, number, allSeeds });
    const input = Buffer.from(made.value).toString('base64');
    return { kind, number, source: made.seeds.source.format, words, input };
  }
}
