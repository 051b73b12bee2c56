/** Runs an iteration one step ahead of its consumer: the next item is under way while one is worked on. */
export class OneAhead<T> {
  readonly #items: AsyncIterator<T, void>;
  #next: Promise<IteratorResult<T, void>>;

  /** The first item is under way at once. */
  constructor(items: AsyncIterable<T, void>) {
    this.#items = items[Symbol.asyncIterator]();
    this.#next = this.#advance();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      const { done, value } = await this.#next;
      if (done === true) return;
      this.#next = this.#advance();
      yield value;
    }
  }

  /** Ends the iteration; resolves to the item that was under way and that nobody will take, if there was one. */
  async end(): Promise<T | undefined> {
    const last = await this.#next.catch(() => undefined);
    await this.#items.return?.();
    return last?.done === false ? last.value : undefined;
  }

  #advance(): Promise<IteratorResult<T, void>> {
    const next = this.#items.next();
    // Its failure is told to whoever takes it; a consumer that left early does not want it.
    next.catch(() => undefined);
    return next;
  }
}
