import cliProgress, { type MultiBar, type SingleBar } from 'cli-progress';

export interface ProgressOptions {
  /** What is being done, for example `Reading`; one bar each. */
  readonly titles: readonly string[];
  /** Milliseconds between plain lines where there is no terminal. */
  readonly plainEveryMs?: number;
}

export interface BarState {
  /** 0 to 1. */
  readonly share: number;
  /** Stands behind the bar. */
  readonly text: string;
}

/** Bars that live in lines of a terminal, one for each title; where there is none, a plain line now and then. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #titles: readonly string[];
  readonly #plainEveryMs: number;
  readonly #multi: MultiBar | undefined;
  readonly #bars: readonly SingleBar[];
  #lastPlain = 0;
  #lastLine = '';
  #done = false;

  constructor(stream: NodeJS.WriteStream, options: ProgressOptions) {
    this.#stream = stream;
    this.#titles = options.titles;
    this.#plainEveryMs = options.plainEveryMs ?? 5_000;
    this.#multi = stream.isTTY ? multiBar(stream) : undefined;
    const width = Math.max(...options.titles.map(({ length }) => length));
    this.#bars = options.titles.flatMap(
      (title) => this.#multi?.create(1, 0, { title: title.padEnd(width), text: '' }) ?? [],
    );
  }

  /** One state for each title, in order. */
  update(...states: readonly BarState[]): void {
    if (this.#done) return;
    if (this.#multi === undefined) this.#plain(states);
    else this.#draw(states);
  }

  /** Leaves the last state standing, with every bar full. */
  finish(...texts: readonly string[]): void {
    if (this.#done) return;
    const states = texts.map((text) => ({ share: 1, text }));
    if (this.#multi === undefined) this.#write(states);
    else this.#draw(states);
    this.#multi?.stop();
    this.#done = true;
  }

  /** Ends without claiming that the work is done. */
  abandon(): void {
    if (!this.#done) this.#multi?.stop();
    this.#done = true;
  }

  #draw(states: readonly BarState[]): void {
    states.forEach(({ share, text }, i) => this.#bars[i]?.update(bounded(share), { text }));
  }

  #plain(states: readonly BarState[]): void {
    const now = performance.now();
    if (now - this.#lastPlain < this.#plainEveryMs) return;
    this.#lastPlain = now;
    this.#write(states);
  }

  #write(states: readonly BarState[]): void {
    const parts = states.map(
      ({ share, text }, i) =>
        `${this.#titles[i] ?? ''} ${Math.floor(bounded(share) * 100)}% ${text}`,
    );
    const line = `  ${parts.join(' │ ')}\n`;
    if (line !== this.#lastLine) this.#stream.write(line);
    this.#lastLine = line;
  }
}

const bounded = (share: number): number =>
  Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));

const multiBar = (stream: NodeJS.WriteStream): MultiBar =>
  new cliProgress.MultiBar({
    format: '  {title} {bar} {percentage}% {text}',
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 16,
    fps: 8,
    hideCursor: true,
    gracefulExit: false,
    emptyOnZero: true,
  });
