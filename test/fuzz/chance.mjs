import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The chance that makes input `number` of a run: it depends on nothing else, so that one input can be made again alone. */
export function chanceOf(seed, number) {
  const generator = xoroshiro128plus(
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35),
  );
  for (let warmUp = 0; warmUp < 6; warmUp += 1) generator.next();
  const below = (end) => Math.floor(((generator.next() >>> 0) / 2 ** 32) * end);
  return {
    below,
    oneIn: (count) => below(count) === 0,
    pick: (items) => items[below(items.length)],
    /** Small numbers far more often than large ones, all below `end`. */
    small: (end) => below(below(end) + 1),
  };
}
