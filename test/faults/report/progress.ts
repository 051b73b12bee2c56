import { SingleBar } from 'cli-progress';
import { type FaultReport } from './fault-report.js';

/** How far one fault has come, on standard error: a bar on a terminal, else a line at its end. */
export class Progress {
  readonly #bar: SingleBar | undefined;

  constructor(
    private readonly name: string,
    injections: number,
  ) {
    if (!process.stderr.isTTY) return;
    this.#bar = new SingleBar({
      format: '{name} [{bar}] {value}/{total} in {duration_formatted}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    });
    this.#bar.start(injections, 0, { name });
  }

  update(done: number): void {
    this.#bar?.update(done);
  }

  end({ ok, injected, lost, duplicated, seconds }: FaultReport): void {
    this.#bar?.stop();
    const mark = ok ? '✓' : '✗';
    process.stderr.write(
      `${mark} ${this.name}: ${injected} injected, ${lost} lost, ${duplicated} doubled, ${seconds} s\n`,
    );
  }
}
