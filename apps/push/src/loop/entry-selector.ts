import {
  type AddressEntry,
  entryKey,
  type Selection,
  type VerdictMessage,
} from '#libs/enforcement';
import { type DescribedTarget } from '../file/push-file.js';
import { selectFor } from './select-for.js';

interface Selected {
  readonly entries: readonly AddressEntry[];
  readonly leftOut: Readonly<Record<string, number>>;
  /** What a push would be for, in a text that changes when the target has to. */
  readonly signature: string;
}

/** What of the verdicts is for one target; worked out anew only when they, or the guard, are others: 100,000 take a second. */
export class EntrySelector {
  #known:
    | (Selected & {
        readonly inForce: readonly VerdictMessage[];
        readonly guard: Selection['guard'];
      })
    | undefined;

  constructor(private readonly described: DescribedTarget) {}

  select(inForce: readonly VerdictMessage[], guard: Selection['guard']): Selected {
    if (this.#known?.inForce === inForce && this.#known.guard === guard) return this.#known;
    const { entries, leftOut } = selectFor(this.described, inForce, guard);
    this.#known = {
      ...{ inForce, guard, entries },
      leftOut: Object.fromEntries(leftOut),
      signature: this.#signatureOf(entries),
    };
    return this.#known;
  }

  #signatureOf(entries: readonly AddressEntry[]): string {
    const { keepsExpiry } = this.described.kind;
    return entries
      .map((entry) => `${entryKey(entry)} ${keepsExpiry ? (entry.expiresAt ?? '') : ''}`)
      .sort()
      .join('\n');
  }
}
