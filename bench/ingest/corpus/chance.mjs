import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance: the same seed gives the same values on every machine. */
export function createChance(seed) {
  const generator = xoroshiro128plus(seed);
  const next = () => (generator.next() >>> 0) / 2 ** 32;
  const below = (end) => Math.floor(next() * end);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
    /** Small ranks more often than large ones: P(rank) ~ (rank + 1)^(1/skew - 1), skew > 1. */
    rank: (size, skew) => Math.floor(size * next() ** skew),
    digits: (count) => String(below(10 ** count)).padStart(count, '0'),
    hex: (count) => {
      let text = '';
      while (text.length < count) text += (generator.next() >>> 0).toString(16).padStart(8, '0');
      return text.slice(0, count);
    },
  };
}
