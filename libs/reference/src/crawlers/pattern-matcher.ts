import { LiteralIndex } from './literal-index.js';

/** A pattern of the catalogue and what it stands for. */
export interface PatternEntry<Value> {
  readonly pattern: string;
  readonly value: Value;
}

/** Patterns without operators of regular expressions once `\/`, `\.` and the like are read as text. */
const LITERAL = /^(?:[^\\^$.*+?()[\]{}|]|\\[^\w])+$/;

/** Shortest literal the index takes. */
const INDEXABLE = 4;

/**
 * Finds the longest of many patterns that matches a text. Nearly all are plain text and go into one
 * index; the few real expressions are tried one by one. Linear in the (capped) text.
 */
export class PatternMatcher<Value> {
  readonly #literals = new LiteralIndex<PatternEntry<Value>>();
  readonly #expressions: { readonly expression: RegExp; readonly entry: PatternEntry<Value> }[] =
    [];

  constructor(entries: readonly PatternEntry<Value>[]) {
    for (const entry of entries) {
      const literal = entry.pattern.replace(/\\([^\w])/g, '$1');
      if (LITERAL.test(entry.pattern) && literal.length >= INDEXABLE)
        this.#literals.add(literal, entry);
      else this.#expressions.push({ expression: new RegExp(entry.pattern), entry });
    }
  }

  longestIn(text: string): Value | null {
    const found: PatternEntry<Value>[] = [];
    this.#literals.scan(text, (entry) => found.push(entry));
    for (const { expression, entry } of this.#expressions)
      if (expression.test(text)) found.push(entry);
    const longest = found.reduce<PatternEntry<Value> | null>(
      (best, entry) => (best === null || entry.pattern.length > best.pattern.length ? entry : best),
      null,
    );
    return longest?.value ?? null;
  }
}
