import { LiteralIndex } from './literal-index.js';
import { needleOf } from './pattern-needle.js';

/** A pattern of the catalogue and what it stands for. */
export interface PatternEntry<Value> {
  readonly pattern: string;
  readonly value: Value;
}

interface Candidate<Value> {
  readonly entry: PatternEntry<Value>;
  /** Confirms what the index found; null where the pattern is plain text. */
  readonly expression: RegExp | null;
}

/** Patterns without operators of regular expressions once `\/`, `\.` and the like are read as text. */
const LITERAL = /^(?:[^\\^$.*+?()[\]{}|]|\\[^\w])+$/;

/**
 * Finds the longest of many patterns that matches a text. Nearly all are plain text; of the others the
 * longest plain part is looked for first, and the expression tried only where it occurs. All plain
 * parts are in one index. Linear in the (capped) text.
 */
export class PatternMatcher<Value> {
  readonly #index = new LiteralIndex<Candidate<Value>>();
  /** Expressions without a plain part long enough; a handful. */
  readonly #others: readonly Candidate<Value>[];

  constructor(entries: readonly PatternEntry<Value>[]) {
    const others: Candidate<Value>[] = [];
    for (const entry of entries) {
      const expression = LITERAL.test(entry.pattern) ? null : new RegExp(entry.pattern);
      const needles = needleOf(entry.pattern);
      if (needles === null) others.push({ entry, expression: new RegExp(entry.pattern) });
      else for (const needle of needles) this.#index.add(needle, { entry, expression });
    }
    this.#others = others;
  }

  longestIn(text: string): Value | null {
    let longest: PatternEntry<Value> | null = null;
    // Most texts hold no plain part of an expression, and few of them more than one.
    let doubtful = this.#others;
    const take = (entry: PatternEntry<Value>): void => {
      if (longest === null || entry.pattern.length > longest.pattern.length) longest = entry;
    };
    this.#index.scan(text, (candidate) => {
      if (candidate.expression === null) take(candidate.entry);
      else if (!doubtful.includes(candidate)) doubtful = [...doubtful, candidate];
    });
    for (const { entry, expression } of doubtful) if (expression?.test(text) === true) take(entry);
    // What a callback assigns, the compiler does not see.
    return (longest as PatternEntry<Value> | null)?.value ?? null;
  }
}
