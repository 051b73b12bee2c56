import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** A count costs ClickHouse some milliseconds of CPU, which count into the result: not too often. */
const POLL_MS = 400;
const GIVE_UP_AFTER_MS = 600_000;

/**
 * Waits until `rows` rows of access_events can be read. `onSample(visible)` is called with the count each time it has grown.
 * @throws when nothing more came for ten minutes
 */
export async function untilVisible(
  store,
  rows,
  { onSample = () => undefined, stopped = () => '' } = {},
) {
  let visible = 0;
  let lastGrowth = performance.now();
  while (visible < rows) {
    await setTimeout(POLL_MS);
    const [{ count }] = await store.query('SELECT count() AS count FROM access_events');
    if (count > visible) {
      visible = count;
      lastGrowth = performance.now();
      onSample(visible);
    }
    if (stopped() !== '') throw new Error(stopped());
    if (performance.now() - lastGrowth > GIVE_UP_AFTER_MS) {
      throw new Error(`${visible} of ${rows} rows came, then nothing more`);
    }
  }
  return visible;
}
