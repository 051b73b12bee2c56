import { setImmediate } from 'node:timers/promises';

/** So long may a list keep the process to itself; milliseconds. Assumption: nobody waits for less. */
const TURN_MS = 20;

/** The same as `map`, but whatever else is due in the process has its turn meanwhile. */
export async function mapByTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let begun = performance.now();
  for (const item of items) {
    results.push(map(item));
    if (performance.now() - begun < TURN_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
  return results;
}
