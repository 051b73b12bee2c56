/** Calls `onStuck` once when `alive` was not called for longer than the limit. */
export class Watchdog {
  #lastSign = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limitMs: number,
    private readonly onStuck: (silentMs: number) => void,
  ) {}

  start(): void {
    this.alive();
    this.#timer = setInterval(() => {
      const silentMs = performance.now() - this.#lastSign;
      if (silentMs <= this.limitMs) return;
      this.stop();
      this.onStuck(Math.round(silentMs));
    }, this.limitMs / 8);
    this.#timer.unref();
  }

  readonly alive = (): void => {
    this.#lastSign = performance.now();
  };

  stop(): void {
    clearInterval(this.#timer);
  }
}
