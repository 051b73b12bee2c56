import { describe, expect, it } from '@jest/globals';
import catalogue from 'crawler-user-agents';
import { needleOf } from './pattern-needle.js';
import { PatternMatcher } from './pattern-matcher.js';

const entries = catalogue as unknown as { pattern: string; instances: string[] }[];
const patterns = entries.map(({ pattern }) => pattern);

describe('PatternMatcher', () => {
  it('finds as long a pattern as trying every expression does', () => {
    const matcher = new PatternMatcher(patterns.map((pattern) => ({ pattern, value: pattern })));
    const expressions = patterns.map((pattern) => ({ pattern, expression: new RegExp(pattern) }));
    const examples = entries.flatMap(({ instances }) => instances);
    const longest = (text: string): number =>
      Math.max(
        0,
        ...expressions
          .filter(({ expression }) => expression.test(text))
          .map(({ pattern }) => pattern.length),
      );
    expect(examples.length).toBeGreaterThan(2_000);
    expect(examples.map((text) => matcher.longestIn(text)?.length ?? 0)).toEqual(
      examples.map(longest),
    );
  });
});

describe('needleOf', () => {
  it.each([
    ['Googlebot\\/', ['Googlebot/']],
    ['[cC]laude[bB]ot', ['laude']],
    ['(sistrix|SISTRIX) [cC]rawler', ['rawler']],
    ['Netumo|netumo', ['Netumo', 'netumo']],
    ['Current[\\s\\S]*RSS Reader', ['RSS Reader']],
    ['BlogTraffic\\/\\d\\.\\d+ Feed-Fetcher', [' Feed-Fetcher']],
    ['AdsBot-Google([^-]|$)', ['AdsBot-Google']],
    ['colou?rs', ['colo']],
    ['[wW]get', null],
    ['Chirp|ds9', null],
  ])('%s', (pattern, needles) => {
    expect(needleOf(pattern)).toEqual(needles);
  });

  it('leaves a handful of patterns that are tried on every text', () => {
    expect(patterns.filter((pattern) => needleOf(pattern) === null).length).toBeLessThan(10);
  });
});
