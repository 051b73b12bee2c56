import { describe, expect, it } from '@jest/globals';
import { BoundedCache } from './bounded-cache.js';

function counting(): { derive: (key: string) => { key: string }; derived: string[] } {
  const derived: string[] = [];
  return {
    derived,
    derive: (key) => {
      derived.push(key);
      return { key };
    },
  };
}

describe('BoundedCache', () => {
  it('gives the same object for the same text', () => {
    const cache = new BoundedCache<{ key: string }>();
    const { derive, derived } = counting();
    expect(cache.get('a', derive)).toBe(cache.get('a', derive));
    expect(derived).toEqual(['a']);
  });

  it('keeps what is asked for again, and forgets the rest', () => {
    const cache = new BoundedCache<{ key: string }>({ entries: 2, characters: 100 });
    const { derive, derived } = counting();
    for (const key of ['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a', 'b']) cache.get(key, derive);
    expect(derived).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });

  it('forgets sooner when the texts are long', () => {
    const cache = new BoundedCache<{ key: string }>({ entries: 100, characters: 10 });
    const { derive, derived } = counting();
    for (const key of ['aaaaaa', 'bbbbbb', 'cccccc', 'aaaaaa']) cache.get(key, derive);
    expect(derived).toEqual(['aaaaaa', 'bbbbbb', 'cccccc', 'aaaaaa']);
  });
});
