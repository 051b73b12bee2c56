import { type JsonRecord } from '#libs/traffic';
import { EnvelopeFailure } from './envelope-failure.js';
import { type MessageBudget } from './message-budget.js';
import { type UnwrappedItem } from './unwrapped-item.js';

/** The items of one message in order, at most `limit` and one more for all that follows. */
export class ItemList {
  readonly #items: UnwrappedItem[] = [];
  readonly #rest: string[] = [];

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
    else this.addRest(typeof item === 'string' ? item : Buffer.from(item.bytes).toString());
  }

  /** @param text the object as it was written, where that is known */
  addRecord(record: JsonRecord, text: string | undefined): void {
    if (this.budget.holdsObjects && !this.isFull) this.#items.push(record);
    else this.add(text ?? JSON.stringify(record));
  }

  /** Text of one or several items that come after the last one. */
  addRest(text: string): void {
    this.#rest.push(text);
  }

  all(): UnwrappedItem[] {
    const [first] = this.#rest;
    if (first === undefined) return this.#items;
    const isItem = this.#rest.length === 1 && !first.includes('\n');
    const rest = this.#rest.join('\n');
    return [...this.#items, isItem ? first : new EnvelopeFailure('too_long', Buffer.from(rest))];
  }
}
