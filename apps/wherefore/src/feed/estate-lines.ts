import { type Estate, type EstateOptions, logLine } from '#libs/simulator';
import { type LogFeed } from './log-feed.js';
import { shareOf } from './share-of-time.js';

/** Lines made at a time, between which other work gets its turn. */
const CHUNK = 2_000;

/** The log of a simulated estate, all streams in one, in order of event time. */
export class EstateLines implements LogFeed {
  #until: number;

  constructor(
    readonly estate: Estate,
    private readonly options: EstateOptions,
  ) {
    this.#until = options.start;
  }

  *chunks(): Generator<string[]> {
    let lines: string[] = [];
    for (const request of this.estate.requests()) {
      lines.push(logLine(request));
      if (lines.length < CHUNK) continue;
      this.#until = request.time;
      yield lines;
      lines = [];
    }
    this.#until = Infinity;
    if (lines.length > 0) yield lines;
  }

  share(): number {
    return Math.min(1, shareOf(this.options, this.#until));
  }
}
