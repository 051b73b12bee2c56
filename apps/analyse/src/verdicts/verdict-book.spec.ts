import { describe, expect, it } from '@jest/globals';
import { defaultPolicy, type Judgement, judgementSketch, unknownCircumstances } from '#libs/intent';
import { type BookedTransition, VerdictBook } from './verdict-book.js';

const ADDRESS = '192.0.2.7';
const MINUTE = 60_000;
const AS_OF = 100 * MINUTE;

function judged(score: number): Judgement {
  return judgementSketch({
    ...{ keyType: 'address', key: ADDRESS, address: ADDRESS, userAgent: 'x/1' },
    ...{ nature: 'undeclared_bot', score, confidence: score / 100, peopleSharing: 0 },
    intent: { stance: score > 50 ? 'malicious' : 'benign', class: score > 50 ? 'OAT-014' : null },
    ...{ site: 'shop.example', requests: 4, roles: [] },
  });
}

const advance = (book: VerdictBook, score: number, asOf: number): readonly BookedTransition[] =>
  book.advance([judged(score)], asOf, defaultPolicy, () => ({
    ...unknownCircumstances,
    now: asOf,
  }));

/** Condemned by late lines: since a time that the cycle looks at, too. */
function condemnedBeside(book: VerdictBook): void {
  const at = AS_OF - MINUTE;
  const steps = book.condemn([judged(99)], at, defaultPolicy, () => ({
    ...unknownCircumstances,
    now: at,
  }));
  expect(steps.map(({ change }) => change)).toEqual(['condemned']);
  book.commitBeside(steps.map(({ state }) => state));
}

describe(VerdictBook.name, () => {
  it('leaves what was decided beside a cycle as it is: the cycle did not see what made it', () => {
    const book = new VerdictBook();
    book.beginCycle();
    condemnedBeside(book);
    expect(advance(book, 0, AS_OF)).toEqual([]);
    expect(book.inForce()).toHaveLength(1);
  });

  it('judges it in the next cycle', () => {
    const book = new VerdictBook();
    condemnedBeside(book);
    book.beginCycle();
    expect(advance(book, 0, AS_OF).map(({ change }) => change)).toEqual(['lifted']);
  });
});
