import { describe, expect, it } from '@jest/globals';
import { mapByTurns } from './map-by-turns.js';

const BUSY_MS = 5;

function busy(item: number): number {
  const until = performance.now() + BUSY_MS;
  while (performance.now() < until);
  return item * 2;
}

describe(mapByTurns.name, () => {
  it('lets others have their turn, and keeps the order', async () => {
    const items = Array.from({ length: 40 }, (_, i) => i);
    let doneWhenOthersRan = 0;
    let done = 0;
    setTimeout(() => (doneWhenOthersRan = done), 1);
    const results = await mapByTurns(items, (item) => ((done += 1), busy(item)));
    expect(results).toEqual(items.map((item) => item * 2));
    expect(doneWhenOthersRan).toBeGreaterThan(0);
    expect(doneWhenOthersRan).toBeLessThan(items.length);
  });
});
