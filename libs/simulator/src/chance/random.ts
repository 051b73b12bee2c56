import { randomExponential, randomLogNormal, randomPoisson } from 'd3-random';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { stableHash } from './stable-hash.js';

const UINT32 = 2 ** 32;

/** A stream of chance. Two streams of the same seed and name give the same values, whatever others drew before. */
export class Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  private readonly lognormal: ReturnType<typeof randomLogNormal.source>;

  constructor(seed: number, name: string, index = 0) {
    const generator = xoroshiro128plus(stableHash(`${name}#${index}`, seed) | 0);
    for (let warmUp = 0; warmUp < 4; warmUp += 1) generator.next();
    this.next = () => (generator.next() >>> 0) / UINT32;
    this.lognormal = randomLogNormal.source(this.next);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** Integer from low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  /** One item of a table of [weight, item]. */
  weighted<Item>(table: readonly (readonly [number, Item])[]): Item {
    let left = this.next() * table.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of table) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(table)[1];
  }

  /** Log-normal with the given median; sigma is the spread of the logarithm (1 is heavy-tailed). */
  logNormal(median: number, sigma: number): number {
    return this.lognormal(Math.log(median), sigma)();
  }

  exponential(mean: number): number {
    return randomExponential.source(this.next)(1 / mean)();
  }

  poisson(mean: number): number {
    return mean > 0 ? randomPoisson.source(this.next)(mean)() : 0;
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) {
      text += Math.floor(this.next() * UINT32)
        .toString(16)
        .padStart(8, '0');
    }
    return text.slice(0, digits);
  }
}
