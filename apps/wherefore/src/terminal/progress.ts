import cliProgress, { type SingleBar } from 'cli-progress';

export interface ProgressOptions {
  /** What is being done, for example `Reading`. */
  readonly title: string;
  /** Milliseconds between plain lines where there is no terminal. */
  readonly plainEveryMs?: number;
}

/** A bar that lives in one line of a terminal; where there is none, a plain line now and then. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #title: string;
  readonly #plainEveryMs: number;
  readonly #bar: SingleBar | undefined;
  #lastPlain = 0;
  #lastLine = '';
  #done = false;

  constructor(stream: NodeJS.WriteStream, options: ProgressOptions) {
    this.#stream = stream;
    this.#title = options.title;
    this.#plainEveryMs = options.plainEveryMs ?? 5_000;
    if (stream.isTTY) this.#bar = startBar(stream, options.title);
  }

  /** `share` is 0 to 1; `text` stands behind the bar. */
  update(share: number, text: string): void {
    if (this.#done) return;
    const bounded = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
    if (this.#bar !== undefined) this.#bar.update(bounded, { text });
    else this.#plain(bounded, text);
  }

  /** Leaves the last state standing. */
  finish(text: string): void {
    if (this.#done) return;
    if (this.#bar === undefined) this.#write(1, text);
    else {
      this.#bar.update(1, { text });
      this.#bar.stop();
    }
    this.#done = true;
  }

  /** Ends without claiming that the work is done. */
  abandon(): void {
    this.#bar?.stop();
    this.#done = true;
  }

  #plain(share: number, text: string): void {
    const now = performance.now();
    if (now - this.#lastPlain < this.#plainEveryMs) return;
    this.#lastPlain = now;
    this.#write(share, text);
  }

  #write(share: number, text: string): void {
    const line = `  ${this.#title} ${Math.floor(share * 100)}% ${text}\n`;
    if (line !== this.#lastLine) this.#stream.write(line);
    this.#lastLine = line;
  }
}

function startBar(stream: NodeJS.WriteStream, title: string): SingleBar {
  const bar = new cliProgress.SingleBar({
    format: `  ${title} {bar} {percentage}% {text}`,
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 20,
    fps: 8,
    hideCursor: true,
    gracefulExit: false,
    emptyOnZero: true,
  });
  bar.start(1, 0, { text: '' });
  return bar;
}
