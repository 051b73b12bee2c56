import { setTimeout } from 'node:timers/promises';
import { cpuSeconds } from './process-cost.mjs';

const POLL_MS = 500;
const QUIET_POLLS = 3;
const PATIENCE_POLLS = 60;

/**
 * CPU seconds that ClickHouse goes on spending on merges when all rows can be read: who inserts small blocks has put off more
 * work than who inserts large ones. Waits until nothing is being merged, half a minute at most.
 */
export async function mergeSeconds(store, { pid }) {
  const before = cpuSeconds(pid);
  let quiet = 0;
  for (let poll = 0; poll < PATIENCE_POLLS && quiet < QUIET_POLLS; poll += 1) {
    await setTimeout(POLL_MS);
    const [{ merges }] = await store.query('SELECT count() AS merges FROM system.merges');
    quiet = merges === 0 ? quiet + 1 : 0;
  }
  return cpuSeconds(pid) - before;
}
