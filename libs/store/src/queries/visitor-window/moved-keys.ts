import { type LogSnapshot } from '../../snapshot/log-snapshot.js';
import { seenFilter } from '../../snapshot/seen-filter.js';
import { eventKeyNumbers, keyNumber, numberedKeyTypes } from '../../own-answers/key-numbers.js';
import { inWindow } from './in-window.js';
import { learnedPlaces } from './learned-role.js';
import { prefixOf } from './spread-prefixes.js';
import { changedForms, showsForm } from './window-forms.js';

/**
 * Notes in `window_news` what came into the window since the last count: later than its end (`toBefore`), or stored after its snapshot
 * (`before`), with the hosts and the forms that were shown. Parameters: `from`, `to`, `toBefore` (DateTime64(3), UTC).
 */
export const fillWindowNews = (before: LogSnapshot): string => `
  INSERT INTO window_news (client_address, host, form, shown)
  WITH ${learnedPlaces}
  SELECT client_address, toString(server_address) AS host, if(${showsForm}, url_path, '') AS form, max(toUnixTimestamp64Milli(event_time))
  FROM events
  WHERE ${inWindow} AND (event_time >= {toBefore: DateTime64(3, 'UTC')} OR NOT (${seenFilter(before)}))
  GROUP BY client_address, host, form`;

/** Addresses with new events, and with events that the window has left. Parameters: `from`, `fromBefore` (DateTime64(3), UTC). */
export const addComersAndGoers = `
  INSERT INTO window_moved (client_address)
  SELECT client_address FROM window_news
  UNION DISTINCT
  SELECT client_address FROM events
  WHERE event_time >= {fromBefore: DateTime64(3, 'UTC')} AND event_time < {from: DateTime64(3, 'UTC')}
    AND kafka_append_time >= {fromBefore: DateTime64(3, 'UTC')} - INTERVAL 5 MINUTE
    AND event_time_suspect = 0`;

/**
 * Addresses that sent forms which are forms no longer, or are since: whether a login failed hangs on that. Parameters: `from`, `to`,
 * `fromBefore` (DateTime64(3), UTC), `round`.
 */
export const addThoseAtChangedForms = `
  INSERT INTO window_moved (client_address)
  SELECT DISTINCT client_address
  FROM events
  WHERE ${inWindow} AND http_request_method = 'POST' AND http_response_status_code = 200
    AND (toString(server_address), url_path) IN (${changedForms})`;

/** How many forms came or went: `{changed}`. Parameters: as `changedForms`. */
export const countChangedForms = `SELECT count() AS changed FROM (${changedForms})`;

const sinceThen = 'sequence > {verdictsBefore: UInt64} AND sequence <= {verdicts: UInt64}';

/** From when on verdicts given since could tell other answers apart: `{since}`, milliseconds; null where none was given. */
export const newVerdictsSince = `
  SELECT if(count() = 0, NULL, toUnixTimestamp64Milli(min(issued_at))) AS since
  FROM verdicts
  WHERE ${sinceThen}`;

/**
 * Addresses with events under a key of which a verdict was given, changed or lifted since: other answers of theirs may be our own now.
 * Parameters: `from`, `to`, `since` (DateTime64(3), UTC), `verdictsBefore`, `verdicts` (sequences).
 */
export const addThoseUnderNewVerdicts = `
  INSERT INTO window_moved (client_address)
  SELECT DISTINCT client_address
  FROM events
  WHERE ${inWindow} AND event_time >= {since: DateTime64(3, 'UTC')}
    AND hasAny(${eventKeyNumbers(numberedKeyTypes)}, (SELECT groupArray(${keyNumber}) FROM verdicts WHERE ${sinceThen} AND ${keyNumber} != 0))`;

/**
 * Sessions of those addresses, also those that have left: what is counted of a session hangs on who else is at its addresses. Parameters:
 * `fromBefore`, `to` (DateTime64(3), UTC).
 */
export const fillMovedSessions = `
  INSERT INTO window_moved_sessions (session_key)
  SELECT DISTINCT session_key
  FROM events
  WHERE event_time >= {fromBefore: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
    AND kafka_append_time >= {fromBefore: DateTime64(3, 'UTC')} - INTERVAL 5 MINUTE
    AND event_time_suspect = 0 AND session_key != '' AND client_address IN (SELECT client_address FROM window_moved)`;

/** How many addresses moved, and of how many: `{moved, visitors}`. */
export const movedShare = `
  SELECT
    (SELECT uniqExact(client_address) FROM window_moved) AS moved,
    (SELECT count() FROM visitor_window WHERE keyType = 'address') AS visitors`;

/** Takes what is known of keys that moved out of `visitor_window`. */
export const forgetMoved = `
  DELETE FROM visitor_window
  WHERE multiIf(
    keyType = 'session', key IN (SELECT session_key FROM window_moved_sessions),
    keyType = 'prefix', ${prefixOf('toIPv6OrDefault(address)')} IN (SELECT ${prefixOf('client_address')} FROM window_moved),
    toIPv6OrDefault(address) IN (SELECT client_address FROM window_moved))`;

/** Empty what is known of what moved. */
export const emptyWindowNews = 'TRUNCATE TABLE window_news';
export const emptyWindowMoved = 'TRUNCATE TABLE window_moved';
export const emptyMovedSessions = 'TRUNCATE TABLE window_moved_sessions';
