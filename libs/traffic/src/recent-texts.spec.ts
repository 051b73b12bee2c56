import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { RecentTexts } from './recent-texts.js';

describe('RecentTexts', () => {
  it('answers as if it remembered nothing', () => {
    const recent = new RecentTexts<string>(2);
    const find = (text: string): string => `found ${text}`;
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(recent.get(text, find)).toBe(find(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('asks once about a text that comes again', () => {
    const recent = new RecentTexts<number>(8);
    let asked = 0;
    const find = (): number => ++asked;
    expect([recent.get('/a', find), recent.get('/b', find), recent.get('/a', find)]).toEqual([
      1, 2, 1,
    ]);
  });

  it('does not keep long texts, of which an attacker can send many', () => {
    const recent = new RecentTexts<number>(8);
    const long = 'x'.repeat(257);
    let asked = 0;
    const find = (): number => ++asked;
    expect([recent.get(long, find), recent.get(long, find)]).toEqual([1, 2]);
  });
});
