import { type Clock, type Logger } from '#libs/platform';
import { type Store, StoreUnavailableError } from '#libs/store';
import { appealOf } from './appeal-of.js';
import { storeAppeal } from './store-appeal.js';

/**
 * Takes messages for appeals, one after the other. One that cannot be stored while ClickHouse is away waits for it, and those behind it
 * with it: a confirmed mistake is not to be lost. What is no appeal is logged and left.
 */
export class AppealIntake {
  #last: Promise<void> = Promise.resolve();

  /** @param pause until ClickHouse is asked again; gives false where there is nothing to wait for any more */
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly pause: () => Promise<boolean>,
  ) {}

  /** Resolves when the message, and all before it, are stored or given up. Never rejects. */
  take(id: string, text: string): Promise<void> {
    this.#last = this.#last.then(() => this.#take(id, text));
    return this.#last;
  }

  async #take(id: string, text: string): Promise<void> {
    const appeal = appealOf(text);
    if (appeal === null) {
      this.logger.warn('a message of the feedback topic is no appeal', { id });
      return;
    }
    let isToldOf = false;
    for (;;) {
      try {
        const outcome = await storeAppeal(this.store, { ...appeal, id, at: this.clock.now() });
        if (outcome === 'no_verdict')
          this.logger.warn('an appeal names no verdict that was ever given', { id });
        return;
      } catch (error) {
        const isAway = error instanceof StoreUnavailableError;
        if (!isToldOf) this.logger.error('an appeal could not be stored', { id, isAway, error });
        isToldOf = true;
        if (!isAway || !(await this.pause())) return;
      }
    }
  }
}
