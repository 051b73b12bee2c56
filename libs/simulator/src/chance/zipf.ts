import { type Random } from './random.js';

/**
 * Popularity of rank k proportional to 1 / (k + 1)^exponent.
 * Source of the shape: Breslau et al., "Web Caching and Zipf-like Distributions" (INFOCOM 1999), exponents 0.64 to 0.83 for pages; shops are nearer to 1.
 */
export class Zipf {
  private readonly cumulative: Float64Array;

  constructor(size: number, exponent: number) {
    this.cumulative = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank += 1) {
      sum += 1 / (rank + 1) ** exponent;
      this.cumulative[rank] = sum;
    }
  }

  /** A rank from 0 (the most popular) to size - 1. */
  draw(random: Random): number {
    const last = this.cumulative.length - 1;
    const wanted = random.next() * (this.cumulative[last] ?? 0);
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.cumulative[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
