import { clickHouseTime } from '../../click-house-time.js';
import { type Store } from '../../store.js';
import { fillVisitorWindow } from './fill-visitor-window.js';
import { addressLevel, agentLevel, finerLevels, type KeyLevel } from './key-level.js';
import {
  emptyWindowPaths,
  emptyWindowSteps,
  fillWindowPaths,
  fillWindowSteps,
} from './path-model.js';

/** What is left to do once requests are grouped, sorting and writing above all, would otherwise be done by one thread. */
const IN_PARALLEL = { max_insert_threads: '2' };

/**
 * Counts what every visitor did in the window `[from, to)` (milliseconds since the epoch) into the scratch
 * table `visitor_window`, at every key level, and how rare their paths and steps are into `window_paths` and
 * `window_steps`. What was there before is gone.
 */
export async function countVisitorWindow(store: Store, from: number, to: number): Promise<void> {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  for (const table of ['TRUNCATE TABLE visitor_window', emptyWindowPaths, emptyWindowSteps]) {
    await store.command(table);
  }
  await store.command(fillVisitorWindow(addressLevel), window, IN_PARALLEL);
  for (const level of await presentLevels(store)) {
    await store.command(fillVisitorWindow(level), window, IN_PARALLEL);
  }
  for (const statement of [fillWindowPaths, fillWindowSteps]) {
    await store.command(statement);
  }
}

/**
 * The same of a few addresses alone, each with the user agents behind it: what any of them did does not depend on who else is
 * counted. How rare paths and steps are is left empty, for that is told by everybody.
 */
export async function countAddresses(
  store: Store,
  from: number,
  to: number,
  addresses: readonly string[],
): Promise<void> {
  const parameters = { from: clickHouseTime(from), to: clickHouseTime(to), addresses };
  for (const table of ['TRUNCATE TABLE visitor_window', emptyWindowPaths, emptyWindowSteps]) {
    await store.command(table);
  }
  const ofThese = (level: KeyLevel): KeyLevel => ({
    ...level,
    events: `${theseAddresses} AND ${level.events}`,
  });
  await store.command(fillVisitorWindow(ofThese(addressLevel)), parameters);
  if (!(await presentLevels(store)).includes(agentLevel)) return;
  await store.command(fillVisitorWindow(ofThese(agentLevel)), parameters);
}

/** Host names come as addresses of nothing, so their names are looked at, too. */
const theseAddresses = `client_address IN (SELECT toIPv6OrDefault(arrayJoin({addresses: Array(String)}))) AND client IN {addresses: Array(String)}`;

/** Levels of which the window has keys: a statement that finds nothing still has to be planned. */
async function presentLevels(store: Store): Promise<readonly KeyLevel[]> {
  const conditions = finerLevels.map(({ present }) => `countIf(${present}) > 0`).join(', ');
  const [row] = await store.query<{ present: readonly number[] }>(
    `SELECT [${conditions}] AS present FROM visitor_window WHERE keyType = 'address'`,
  );
  return finerLevels.filter((_, at) => row?.present[at] === 1);
}
