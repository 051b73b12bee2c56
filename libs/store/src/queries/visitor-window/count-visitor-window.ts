import { clickHouseTime } from '../../click-house-time.js';
import { type QueryParameters, type Store } from '../../store.js';
import { fillVisitorWindow } from './fill-visitor-window.js';
import { emptyWindowEvents, fillWindowEvents, ofAddresses, ofThoseMoved } from './window-events.js';
import { addressLevel, agentLevel, furtherLevels, type KeyLevel } from './key-level.js';
import { emptyWindowForms, fillWindowForms, ofTriedForms } from './window-forms.js';
import { emptyWindowHosts, fillWindowHosts } from './window-hosts.js';
import { EVENTS_AT_ONCE, shareWindow, type WindowShares } from './window-shares.js';
import {
  emptyWindowPaths,
  emptyWindowSteps,
  fillWindowPaths,
  fillWindowSteps,
} from './path-model.js';

/** What is left to do once requests are grouped, sorting and writing above all, would otherwise be done by one thread. */
const IN_PARALLEL = { max_insert_threads: '2' };

const emptied = [
  'TRUNCATE TABLE visitor_window',
  emptyWindowEvents,
  emptyWindowHosts,
  emptyWindowForms,
  emptyWindowPaths,
  emptyWindowSteps,
];

/**
 * Counts what every visitor did in the window `[from, to)` (milliseconds since the epoch) into the scratch
 * table `visitor_window`, at every key level, and how rare their paths and steps are into `window_paths` and
 * `window_steps`. What was there before is gone.
 *
 * @param eventsAtOnce of more events, so many are counted at a time: what bounds ClickHouse's memory
 */
export async function countVisitorWindow(
  store: Store,
  from: number,
  to: number,
  eventsAtOnce = EVENTS_AT_ONCE,
): Promise<void> {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  for (const table of emptied) await store.command(table);
  for (const statement of [fillWindowHosts(), fillWindowForms()]) {
    await store.command(statement, window);
  }
  const shares = await shareWindow(store, window, eventsAtOnce);
  await fillInShares(store, window, { shares, level: addressLevel });
  for (const level of await presentLevels(store)) {
    await fillInShares(store, window, { shares, level });
  }
  await store.command(emptyWindowEvents);
  await countRarity(store);
}

async function fillInShares(
  store: Store,
  window: QueryParameters,
  { shares: { source, of }, level }: { readonly shares: WindowShares; readonly level: KeyLevel },
): Promise<void> {
  for (const { only, parameters } of of(level)) {
    const statement = fillVisitorWindow(level, { only, source });
    await store.command(statement, { ...window, ...parameters }, IN_PARALLEL);
  }
}

/**
 * The same of a few addresses alone, each with the user agents behind it, into scratch tables that are empty: what any of them did does not
 * depend on who else is counted. How rare paths and steps are is left empty, for that is told by everybody. The log is read once for
 * them, and once more where they may have failed to log in.
 */
export async function countAddresses(
  store: Store,
  from: number,
  to: number,
  addresses: readonly string[],
): Promise<void> {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  const source = 'window_events';
  await store.command(fillWindowEvents(ofAddresses), { ...window, addresses });
  await store.command(fillWindowHosts(source), window);
  await store.command(fillWindowForms(ofTriedForms), window);
  await store.command(fillVisitorWindow(addressLevel, { source }), window);
  if (!(await presentLevels(store)).includes(agentLevel)) return;
  await store.command(fillVisitorWindow(agentLevel, { source }), window);
}

/**
 * Counts again what keys that moved did (`window_moved`, `window_moved_sessions`), of which `visitor_window` must hold nothing. Their
 * events are read from the log once, into `window_events`.
 */
export async function countMoved(store: Store, window: QueryParameters): Promise<void> {
  await store.command(fillWindowEvents(ofThoseMoved), window, IN_PARALLEL);
  const fill = (level: KeyLevel): string =>
    fillVisitorWindow(level, {
      only: level.moved,
      source: level.ofOthersToo === true ? 'events' : 'window_events',
    });
  await store.command(fill(addressLevel), window, IN_PARALLEL);
  for (const level of await presentLevels(
    store,
    ({ present, presentMoved = present }) => presentMoved,
  )) {
    await store.command(fill(level), window, IN_PARALLEL);
  }
  await store.command(emptyWindowEvents);
}

/** Counts how rare paths and steps are among the visitors of `visitor_window`. */
export async function countRarity(store: Store): Promise<void> {
  for (const statement of [emptyWindowPaths, emptyWindowSteps, fillWindowPaths, fillWindowSteps]) {
    await store.command(statement);
  }
}

/** Levels of which the window has keys: a statement that finds nothing still has to be planned. */
async function presentLevels(
  store: Store,
  conditionOf = ({ present }: KeyLevel): string => present,
): Promise<readonly KeyLevel[]> {
  const conditions = furtherLevels.map((level) => `countIf(${conditionOf(level)}) > 0`).join(', ');
  const [row] = await store.query<{ present: readonly number[] }>(
    `SELECT [${conditions}] AS present FROM visitor_window WHERE keyType = 'address'`,
  );
  return furtherLevels.filter((_, at) => row?.present[at] === 1);
}
