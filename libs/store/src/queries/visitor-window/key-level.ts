import { type VisitorKeyType } from '#libs/intent';
import { inWindow } from './in-window.js';
import {
  hasMovedSpreadPrefixes,
  hasSpreadPrefixes,
  ofMovedPrefix,
  ofSpreadPrefix,
  prefixText,
} from './spread-prefixes.js';

/** One level at which visitors are told apart: SQL, constants of the code, over the columns of `requests`. */
export interface KeyLevel {
  readonly keyType: VisitorKeyType;
  /** Which events of a table or view are looked at: a condition. */
  readonly events: (source: string) => string;
  /** Which events may be of a key that moved (`window_moved`, `window_moved_sessions`): a condition on events. */
  readonly moved: string;
  readonly groupBy: string;
  /** The key in text, from `groupBy` and the key's `address` and `userAgent`. */
  readonly key: string;
  /** Whether the window has such keys, from the rows of its addresses: a condition over `visitor_window`. */
  readonly present: string;
  /** The same of keys that moved, where that is not told by `present`. */
  readonly presentMoved?: string;
  /** What all events of a key have in common: the network part of their address, or the session. */
  readonly sharedBy: 'prefix' | 'session';
  /** Whether a key has one address and no other. */
  readonly ofOneAddress: boolean;
  /** Whether a key that moved has events of addresses that did not: they are not among those of `window_events`. */
  readonly ofOthersToo?: boolean;
}

/** Addresses whose requests say more than one of something: a condition on events. */
const ofSeveral = (several: 'userAgents' | 'sessions'): string =>
  `client_address IN (SELECT toIPv6OrDefault(address) FROM visitor_window WHERE keyType = 'address' AND ${several} > 1)`;

const travelling = (source: string): string => `session_key IN (
          SELECT session_key FROM ${source}
          WHERE ${inWindow} AND session_key != ''
          GROUP BY session_key HAVING min(client_address) != max(client_address))`;

const ofMovedAddress = 'client_address IN (SELECT client_address FROM window_moved)';
const ofMovedSession = 'session_key IN (SELECT session_key FROM window_moved_sessions)';

/** Every address: what all others are told from, so it comes first. */
export const addressLevel: KeyLevel = {
  keyType: 'address',
  events: () => '1',
  moved: ofMovedAddress,
  present: '1',
  groupBy: 'client_address, client_host',
  key: 'address',
  sharedBy: 'prefix',
  ofOneAddress: true,
};

/** User agents of addresses that have several. */
export const agentLevel: KeyLevel = {
  keyType: 'address_user_agent',
  events: () => ofSeveral('userAgents'),
  moved: ofMovedAddress,
  present: 'userAgents > 1',
  groupBy: 'client_address, client_host, agent',
  key: "concat(address, '|', userAgent)",
  sharedBy: 'prefix',
  ofOneAddress: true,
};

/** Prefixes whose requests are spread over several of their addresses. */
const prefixLevel: KeyLevel = {
  keyType: 'prefix',
  events: () => ofSpreadPrefix,
  moved: ofMovedPrefix,
  present: hasSpreadPrefixes,
  presentMoved: hasMovedSpreadPrefixes,
  groupBy: 'prefix',
  key: prefixText('prefix'),
  sharedBy: 'prefix',
  ofOneAddress: false,
  ofOthersToo: true,
};

/**
 * Keys finer, wider or other than the address, each only where it tells more than the address does: user agents of
 * addresses that have several; sessions of addresses that have several, or that were at several addresses; prefixes
 * whose addresses share the work. API clients
 * and who is behind them are counted apart, with what only they show (`api_sub_visitor_window`).
 */
export const furtherLevels: readonly KeyLevel[] = [
  agentLevel,
  {
    keyType: 'session',
    events: (source) => `session_key != '' AND (${ofSeveral('sessions')} OR ${travelling(source)})`,
    moved: ofMovedSession,
    present: 'sessions > 0',
    groupBy: 'session_key',
    key: 'session_key',
    sharedBy: 'session',
    ofOneAddress: false,
  },
  prefixLevel,
];
