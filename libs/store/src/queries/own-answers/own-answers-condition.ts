import { eventKeyNumbers } from './key-numbers.js';

/** What WAFs answer when they refuse (403, 429, 503; 418 by agreement) or challenge (202 and 405: AWS WAF). */
const REFUSALS = [202, 403, 405, 418, 429, 503];
const CHALLENGES = [202, 405];

/**
 * A condition on `access_events` that leaves out answers which our own verdicts caused: refused or challenged while a verdict on one of
 * the event's keys was in force, or of a status that marks what the estate's WAFs answer for us. `spans` is a SELECT of `key` and `spans`;
 * null where no verdict was in force.
 */
export function ownAnswersCondition(
  spans: string | null,
  ownStatuses: readonly number[],
): string | null {
  const marked =
    ownStatuses.length === 0 ? null : `http_response_status_code IN (${list(ownStatuses)})`;
  const caused =
    spans === null
      ? null
      : `if(http_response_status_code IN (${list(REFUSALS)}), ${wasInForce(spans)}, 0)`;
  const own = [marked, caused].filter((one) => one !== null);
  return own.length === 0 ? null : `NOT (${own.join(' OR ')})`;
}

/** Looked up in constants that are made once a statement, and for refused requests alone. */
function wasInForce(spans: string): string {
  const known = `(SELECT (groupArray(key), groupArray(spans)) FROM (${spans}))`;
  return `arrayExists(
    span -> toUnixTimestamp64Milli(event_time) >= span.1 AND toUnixTimestamp64Milli(event_time) < span.2
      AND (span.3 = 1 OR http_response_status_code NOT IN (${list(CHALLENGES)})),
    arrayFlatten(arrayMap(number -> ${known}.2[transform(number, ${known}.1, arrayEnumerate(${known}.1), 0)], ${eventKeyNumbers})))`;
}

const list = (numbers: readonly number[]): string => numbers.map(String).join(', ');
