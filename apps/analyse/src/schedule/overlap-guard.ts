/** Runs a task unless its previous run is still going; `running` resolves when nothing runs. */
export class OverlapGuard {
  #running: Promise<void> | null = null;

  /** Starts `task` and gives true, or gives false at once while one is running. */
  tryRun(task: () => Promise<void>): boolean {
    if (this.#running !== null) return false;
    this.#running = task().finally(() => {
      this.#running = null;
    });
    return true;
  }

  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }
}
