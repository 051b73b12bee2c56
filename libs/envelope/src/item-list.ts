import { type JsonRecord } from '#libs/traffic';
import { EnvelopeFailure } from './envelope-failure.js';
import { type MessageBudget } from './message-budget.js';
import { withoutLineEnd } from './text/without-line-end.js';
import { type UnwrappedItem } from './unwrapped-item.js';

/** The items of one message in order, at most `limit` and one more for all that follows. */
export class ItemList {
  readonly #items: UnwrappedItem[] = [];
  readonly #rest: (string | Uint8Array)[] = [];

  constructor(
    private readonly limit: number,
    private readonly budget: MessageBudget,
  ) {}

  get isFull(): boolean {
    return this.#items.length >= this.limit;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  add(item: string | EnvelopeFailure): void {
    if (!this.isFull) this.#items.push(item);
    else this.addRest(typeof item === 'string' ? item : item.bytes);
  }

  /** @param text the object as it was written, where that is known */
  addRecord(record: JsonRecord, text: string | undefined): void {
    if (this.budget.holdsObjects && !this.isFull) this.#items.push(record);
    else this.add(text ?? JSON.stringify(record));
  }

  /** One or several items that come after the last one. */
  addRest(rest: string | Uint8Array): void {
    this.#rest.push(rest);
  }

  all(): UnwrappedItem[] {
    const [first] = this.#rest;
    if (first === undefined) return this.#items;
    const line =
      this.#rest.length === 1 && typeof first === 'string' ? withoutLineEnd(first) : '\n';
    const isItem = !line.includes('\n');
    return [...this.#items, isItem ? line : new EnvelopeFailure('too_long', joined(this.#rest))];
  }
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(
    parts.flatMap((part, index) => [LINE_FEED.subarray(Number(index === 0)), Buffer.from(part)]),
  );
}

const LINE_FEED = Buffer.from('\n');
