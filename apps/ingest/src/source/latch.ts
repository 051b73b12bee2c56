/** A gate that is open or closed, for whoever waits at it. */
export class Latch {
  #waiting: (() => void)[] = [];
  #isOpen = true;

  close(): void {
    this.#isOpen = false;
  }

  open(): void {
    this.#isOpen = true;
    for (const proceed of this.#waiting.splice(0)) proceed();
  }

  /** Resolves at once, or when the latch is opened. */
  opened(): Promise<void> {
    if (this.#isOpen) return Promise.resolve();
    return new Promise((proceed) => this.#waiting.push(proceed));
  }
}
