import { type QueryParameters, type Store } from '../../store.js';
import { inWindow } from './in-window.js';
import { type KeyLevel } from './key-level.js';
import { prefixOf } from './spread-prefixes.js';
import { fillWindowEvents } from './window-events.js';

/**
 * So many events are counted at once: four million take up to 4 GiB of ClickHouse's memory, ten million 8 (`storePeakMiB` of
 * `npm run bench -- analyse --json`). In shares it stays at that of one share.
 */
export const EVENTS_AT_ONCE = 4_000_000;

/** Addresses that are looked at to part the others: enough to make shares alike, few enough to sort for nothing. */
const SAMPLE = 10_000;

/** Some of the events: all of each key they are of. A condition on events, constant of the code, and its parameters. */
interface EventShare {
  readonly only: string;
  readonly parameters: QueryParameters;
}

/** Where events of the window are read from to be counted, and in which shares, one after the other. */
export interface WindowShares {
  readonly source: string;
  readonly of: (level: KeyLevel) => readonly EventShare[];
}

const EVERYTHING: WindowShares = { source: 'events', of: () => [{ only: '1', parameters: {} }] };

/**
 * How to count the events of a window with bounded memory. A few are read from the log; more are copied into `window_events` first, in the
 * order of their addresses, so that a share of them is found without reading the others: copying takes less than reading the log for every
 * key level does. Whoever counts empties it.
 *
 * @param window `from`, `to` (DateTime64(3), UTC)
 */
export async function shareWindow(
  store: Store,
  window: QueryParameters,
  eventsAtOnce: number,
): Promise<WindowShares> {
  const [counted] = await store.query<{ events: number }>(COUNT, window);
  const shares = Math.ceil((counted?.events ?? 0) / eventsAtOnce);
  if (shares <= 1) return EVERYTHING;
  await store.command(fillWindowEvents('1'), window, { max_insert_threads: '2' });
  const starts = await store.query<{ first: string }>(STARTS, { shares });
  const ofAddresses = rangesFrom(starts.map(({ first }) => first));
  const ofSessions = sessionsIn(shares);
  return {
    source: 'window_events',
    of: ({ sharedBy }) => (sharedBy === 'session' ? ofSessions : ofAddresses),
  };
}

const COUNT = `SELECT count() AS events FROM events WHERE ${inWindow}`;

/** First addresses of ranges of about as many events each, none of which parts a /24 or a /64; the first range has none. Parameter: `shares`. */
const STARTS = `
  WITH (SELECT arraySort(groupArraySample(${SAMPLE}, 1)(client_address)) FROM window_events) AS sample
  SELECT DISTINCT toString(${prefixOf('address')}) AS first
  FROM (SELECT arrayJoin(arrayMap(n -> sample[1 + intDiv(n * length(sample), {shares: UInt32})], range(1, {shares: UInt32}))) AS address)
  ORDER BY toIPv6(first)`;

function rangesFrom(starts: readonly string[]): readonly EventShare[] {
  return ['', ...starts].map((first, at) => ({
    only: IN_RANGE,
    parameters: { first, end: starts[at] ?? '' },
  }));
}

const IN_RANGE = `client_address >= toIPv6OrDefault({first: String})
      AND ({end: String} = '' OR client_address < toIPv6OrDefault({end: String}))`;

function sessionsIn(shares: number): readonly EventShare[] {
  return Array.from({ length: shares }, (_, share) => ({
    only: 'cityHash64(session_key) % {shares: UInt32} = {share: UInt32}',
    parameters: { shares, share },
  }));
}
