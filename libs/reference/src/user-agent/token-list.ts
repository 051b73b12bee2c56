import { LiteralIndex } from '../crawlers/literal-index.js';

/** A token that a text holds, and where it holds it first. */
export interface FoundToken<Value> {
  readonly token: string;
  readonly value: Value;
  readonly at: number;
}

interface Ranked<Value> {
  readonly token: string;
  readonly value: Value;
  readonly rank: number;
}

/**
 * Tokens in the order in which they decide: of all that a text holds anywhere, the first of the list
 * counts. One pass over the text, whatever the length of the list.
 */
export class TokenList<Value> {
  readonly #index = new LiteralIndex<Ranked<Value>>();
  /** Too short for the index; looked for one by one. */
  readonly #short: Ranked<Value>[] = [];

  constructor(tokens: readonly (readonly [token: string, value: Value])[]) {
    for (const [rank, [token, value]] of tokens.entries()) {
      if (token.length < LiteralIndex.shortest) this.#short.push({ token, value, rank });
      else this.#index.add(token, { token, value, rank });
    }
  }

  firstIn(text: string): FoundToken<Value> | null {
    let first: Ranked<Value> | null = null;
    const consider = (entry: Ranked<Value>): void => {
      if (first === null || entry.rank < first.rank) first = entry;
    };
    this.#index.scan(text, consider);
    for (const entry of this.#short) if (text.includes(entry.token)) consider(entry);
    // What a callback assigns, the compiler does not see.
    const found = first as Ranked<Value> | null;
    return found && { token: found.token, value: found.value, at: text.indexOf(found.token) };
  }
}
