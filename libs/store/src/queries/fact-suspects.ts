import { seenFilter } from '../snapshot/seen-filter.js';
import { type LogSnapshot } from '../snapshot/log-snapshot.js';

/**
 * Addresses that lines stored since `before` show to do what nobody does by chance, whatever is ordinary on the estate: requests that
 * only scanners send, or a user agent that claims a crawler whose operator publishes other addresses. Rows are `FactSuspect`, the
 * newest first, at most a thousand. Requests through an API client are left out: its address stands for many people.
 * Parameters: `appendedSince` (milliseconds), before which nothing is looked at.
 */
export const factSuspects = (before: LogSnapshot): string => `
  SELECT client AS address, toUnixTimestamp64Milli(max(event_time)) AS lastSeen
  FROM events
  WHERE kafka_append_time >= fromUnixTimestamp64Milli({appendedSince: Int64}, 'UTC') AND NOT (${seenFilter(before)})
    AND event_time_suspect = 0 AND api_client = ''
    AND (request_probe IN ('sensitive_file', 'exploit', 'injection', 'traversal', 'webshell') OR crawler_verification = 'impostor')
  GROUP BY address
  ORDER BY lastSeen DESC, address
  LIMIT 1000`;

export interface FactSuspect {
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly lastSeen: number;
}

/** The newest append time stored (milliseconds; 0 when empty), told by the bounds of the parts alone. Rows: `appended`. */
export const newestAppend = `
  SELECT toUnixTimestamp64Milli(max(kafka_append_time)) AS appended
  FROM access_events`;
