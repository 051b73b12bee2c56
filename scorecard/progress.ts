import cliProgress from 'cli-progress';

/** Says on standard error how far the scorecard has come: a bar on a terminal, a line for each step elsewhere. */
export class Progress {
  readonly #bar: cliProgress.SingleBar | undefined;
  readonly #total: number;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
    if (!process.stderr.isTTY) return;
    const format = '  {bar} {value}/{total} {step} {eta_formatted} left';
    this.#bar = new cliProgress.SingleBar(
      { format, stream: process.stderr, hideCursor: true },
      cliProgress.Presets.shades_classic,
    );
    this.#bar.start(total, 0, { step: '' });
  }

  /** Names what is being done now. */
  begin(step: string): void {
    this.#bar?.update(this.#done, { step });
  }

  end(step: string, outcome: string): void {
    this.#done += 1;
    if (this.#bar === undefined) {
      process.stderr.write(`  ${this.#done}/${this.#total} ${step}: ${outcome}\n`);
    } else this.#bar.update(this.#done, { step });
  }

  stop(): void {
    this.#bar?.stop();
  }
}
