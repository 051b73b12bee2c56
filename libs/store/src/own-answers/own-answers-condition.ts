import { STRETCHES } from './enforced-moments.js';
import { eventKeyNumbers } from './key-numbers.js';

/** What WAFs answer when they refuse (403, 429, 503; 418 by agreement) or challenge (202 and 405: AWS WAF). */
const REFUSALS = [202, 403, 405, 418, 429, 503];
const CHALLENGES = [202, 405];

/** Where the moments are looked up, as it stands behind IN, and the types of the keys among them. */
export interface EnforcedKeys {
  readonly moments: string;
  readonly keyTypes: readonly string[];
}

/**
 * A condition on `access_events` that leaves out answers which our own verdicts caused: refused or challenged while a verdict on one of
 * the event's keys was enforced, or of a status that marks what the estate's WAFs answer for us. `enforced` is
 * null where no verdict was in force. Null where nothing is to be left out.
 */
export function ownAnswersCondition(
  enforced: EnforcedKeys | null,
  ownStatuses: readonly number[],
): string | null {
  const marked =
    ownStatuses.length === 0 ? [] : [`http_response_status_code IN (${ownStatuses.join(', ')})`];
  const caused =
    enforced === null
      ? []
      : [
          `if(http_response_status_code IN (${REFUSALS.join(', ')}), arrayExists(moment -> moment IN ${enforced.moments}, ${momentsOf(enforced)}), 0)`,
        ];
  const own = [...marked, ...caused];
  return own.length === 0 ? null : `NOT (${own.join(' OR ')})`;
}

/** Every key of an event with every stretch of time that it lies in; as `enforcedMoments`. */
function momentsOf({ keyTypes }: EnforcedKeys): string {
  const isChallenge = `toUInt64(http_response_status_code IN (${CHALLENGES.join(', ')}))`;
  const hashes = STRETCHES.map((size) => {
    const stretch = `toUInt64(intDiv(toUnixTimestamp64Milli(event_time), ${size * 60_000}))`;
    return `cityHash64(key, toUInt64(${size}), ${stretch}, ${isChallenge})`;
  });
  const keys = `arrayFilter(key -> key != 0, ${eventKeyNumbers(keyTypes)})`;
  return `arrayFlatten(arrayMap(key -> [${hashes.join(', ')}], ${keys}))`;
}
