import { reportToParent } from '#libs/platform';
import { type FileProgress } from '../source/file-source.js';
import { type StoredTotals } from './ingest-metrics.js';

const EVERY_MS = 250;

/** Tells the parent process four times a second, and once at the end, how far the files are stored. */
export class ProgressReports {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly read: () => StoredTotals & FileProgress) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#report();
    }, EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#report();
  }

  #report(): void {
    reportToParent({ type: 'ingest', ...this.read() });
  }
}
