import { clickHouseTime } from '../../click-house-time.js';
import { type Store } from '../../store.js';
import { fillVisitorWindow } from './fill-visitor-window.js';
import {
  emptyWindowPaths,
  emptyWindowSteps,
  fillWindowPaths,
  fillWindowSteps,
} from './path-model.js';

/**
 * Counts what every visitor did in the window `[from, to)` (milliseconds since the epoch) into the scratch
 * table `visitor_window`, and how rare their paths and steps are into `window_paths` and `window_steps`.
 * What was there before is gone.
 */
export async function countVisitorWindow(store: Store, from: number, to: number): Promise<void> {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  for (const table of ['TRUNCATE TABLE visitor_window', emptyWindowPaths, emptyWindowSteps]) {
    await store.command(table);
  }
  await store.command(fillVisitorWindow, window);
  await store.command(fillWindowPaths);
  await store.command(fillWindowSteps);
}
