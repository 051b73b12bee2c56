import { type VisitorKeyType } from '#libs/intent';

/** One level at which visitors are told apart: SQL, constants of the code, over the columns of `requests`. */
export interface KeyLevel {
  readonly keyType: VisitorKeyType;
  /** Which events are looked at. */
  readonly events: string;
  readonly groupBy: string;
  /** The key in text, from `groupBy` and the key's `address` and `userAgent`. */
  readonly key: string;
  /** Whether the window has such keys, from the rows of its addresses: a condition over `visitor_window`. */
  readonly present: string;
  /** Whether a key has one address and no other. */
  readonly ofOneAddress: boolean;
}

/** Addresses whose requests say more than one of something: a condition on events. */
const sharedBy = (several: 'userAgents' | 'sessions'): string =>
  `client_address IN (SELECT toIPv6OrDefault(address) FROM visitor_window WHERE keyType = 'address' AND ${several} > 1)`;

const travellingSessions = `session_key IN (
          SELECT session_key FROM events
          WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')} AND session_key != ''
          GROUP BY session_key HAVING min(client_address) != max(client_address))`;

/** Every address: what all others are told from, so it comes first. */
export const addressLevel: KeyLevel = {
  keyType: 'address',
  events: '1',
  present: '1',
  groupBy: 'client_address, client_host',
  key: 'address',
  ofOneAddress: true,
};

/** User agents of addresses that have several. */
export const agentLevel: KeyLevel = {
  keyType: 'address_user_agent',
  events: sharedBy('userAgents'),
  present: 'userAgents > 1',
  groupBy: 'client_address, client_host, agent',
  key: "concat(address, '|', userAgent)",
  ofOneAddress: true,
};

/**
 * Keys finer or other than the address, each only where it tells more than the address does: user agents of
 * addresses that have several; sessions of addresses that have several, or that were at several addresses. API clients
 * and who is behind them are counted apart, with what only they show (`api_sub_visitor_window`).
 */
export const finerLevels: readonly KeyLevel[] = [
  agentLevel,
  {
    keyType: 'session',
    events: `session_key != '' AND (${sharedBy('sessions')} OR ${travellingSessions})`,
    present: 'sessions > 0',
    groupBy: 'session_key',
    key: 'session_key',
    ofOneAddress: false,
  },
];
