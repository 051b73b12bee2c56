import { type VerdictChange } from '#libs/enforcement';

/**
 * Whether what was read of a topic can be all verdicts there are. A topic that never held a message, or holds those of somebody else alone, is
 * a mistake in its name rather than an estate without verdicts: nothing may be lifted for it.
 */
export class VerdictReading {
  #hasVerdicts = false;
  #hasOthers = false;
  /** How many messages the topic ever held when it was opened; null until these are read. */
  #everHeld: number | null = null;

  /** @param change what a message says; null where it says nothing that is understood */
  take(change: VerdictChange | null): void {
    const isVerdict = change !== null && (change.message !== null || change.revision !== null);
    if (isVerdict) this.#hasVerdicts = true;
    else this.#hasOthers = true;
  }

  /** Everything that stood there is read. */
  reachEnd(everHeld: number): void {
    this.#everHeld = everHeld;
  }

  get isWhole(): boolean {
    if (this.#everHeld === null) return false;
    return this.#hasVerdicts || (this.#everHeld > 0 && !this.#hasOthers);
  }
}
