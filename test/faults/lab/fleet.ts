import { type Reaper } from './reaper.js';
import { Worker } from './worker.js';

const SAMPLE_EVERY_MS = 500;

/** The workers of one fault: started, watched, ended with it. */
export class Fleet {
  readonly #workers: Worker[] = [];
  readonly #timer: NodeJS.Timeout;
  #isClosed = false;

  constructor(private readonly reaper: Reaper) {
    this.#timer = setInterval(() => {
      this.#sample();
    }, SAMPLE_EVERY_MS);
  }

  get running(): readonly Worker[] {
    return this.#workers.filter(({ isRunning }) => isRunning);
  }

  /** Of any worker, MiB. */
  get peakMib(): number {
    return Math.max(0, ...this.#workers.map(({ peakMib }) => peakMib));
  }

  get burnedTokens(): number {
    return this.#workers.reduce((sum, { burnedTokens }) => sum + burnedTokens, 0);
  }

  start(env: Readonly<Record<string, string>>, app = 'ingest'): Worker {
    const worker = new Worker(app, env);
    this.#workers.push(worker);
    this.reaper.watch(worker.pid);
    return worker;
  }

  /**
   * A worker that is started again whenever it ends by itself, as a supervisor does; `current` is the one that runs now.
   * `onRestart` is told each time with its exit code.
   */
  supervise(
    env: Readonly<Record<string, string>>,
    onRestart: (code: number | null, log: readonly string[]) => void,
  ): { current: () => Worker } {
    let current = this.start(env);
    const again = (): void => {
      const ended = current;
      void ended.exited.then((code) => {
        if (this.#isClosed) return;
        onRestart(code, ended.log);
        current = this.start(env);
        again();
      });
    };
    again();
    return { current: () => current };
  }

  /** The words of whoever ended last or runs, for a report of what went wrong. */
  lastWords(lines = 5): string[] {
    return this.#workers.at(-1)?.log.slice(-lines) ?? [];
  }

  /** Asks all to end and waits; burned tokens are counted before. */
  async drain(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.running.map((worker) => worker.sampleBurned()));
    await Promise.all(this.running.map((worker) => worker.drain()));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await Promise.all(this.running.map((worker) => worker.kill()));
  }

  #sample(): void {
    for (const worker of this.running) {
      worker.sampleMemory();
      void worker.sampleBurned();
    }
  }
}
