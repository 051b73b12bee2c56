/** What was started, to be stopped in reverse order; every stop is tried even when another one fails. */
export class Teardown {
  readonly #stops: { name: string; stop: () => Promise<void> }[] = [];
  #running: Promise<string[]> | undefined;

  add(name: string, stop: () => Promise<void>): void {
    this.#stops.push({ name, stop });
  }

  /** Resolves to one sentence for each part that could not be stopped. Safe to call twice. */
  run(): Promise<string[]> {
    return (this.#running ??= this.#stopAll());
  }

  async #stopAll(): Promise<string[]> {
    const problems: string[] = [];
    for (const { name, stop } of this.#stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        problems.push(`${name} did not stop cleanly: ${said}`);
      }
    }
    return problems;
  }
}
