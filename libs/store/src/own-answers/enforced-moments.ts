import { keyNumber } from './key-numbers.js';

/** Which verdicts are looked at, and when. */
export interface EnforcedVerdicts {
  readonly database: string;
  /** Time looked at, half open; milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** Sequences of the first verdict that may be of interest, and of the last. */
  readonly first: number;
  readonly last: number;
}

/**
 * How long WAFs may go on answering for a verdict that has ended. A lift bears the event time that a cycle looked at and reaches WAFs once
 * the cycle has run; lists are fetched once a minute, cloud APIs take a few minutes. Assumption.
 */
const GOING_ON_MS = 10 * 60_000;
/** No verdict lasts as long; milliseconds. */
const FOREVER = 8_000_000_000_000_000;
/** Stretches of time by which it is told when a verdict was enforced, minutes: few of them cover any time to the minute. */
export const STRETCHES = [1, 10, 60] as const;

const isFelt = `action IN ('block', 'challenge', 'throttle') AND mode != 'simulate'`;

/**
 * The first verdict that was enforced at `from` or later, and the types of keys that were: one row `{first, keyTypes}`, 0 where there is
 * none. Parameters: `from`, `last`.
 */
export const firstEnforced = `
  SELECT toInt64(min(sequence)) AS first, groupUniqArray(key_type) AS keyTypes
  FROM verdicts
  WHERE sequence <= {last: UInt64} AND ${isFelt}
    AND (expires_at IS NULL OR expires_at > fromUnixTimestamp64Milli({from: Int64} - ${GOING_ON_MS}, 'UTC'))`;

/** A row for each stretch of time without a gap in which a key carried verdicts that consumers enforce: `key`, `challenge`, `span`. */
const enforcedSpans = ({ database, from, to, first, last }: EnforcedVerdicts): string => `
      SELECT key, challenge,
        arrayFilter(one -> one.2 > ${whole(from)} AND one.1 < ${whole(to)}, if(challenge, arrayFilter(one -> one.3, all), all)) AS spans,
        arrayJoin(arraySplit((one, place) -> place > 1 AND one.1 > spans[place - 1].2, spans, arrayEnumerate(spans))) AS run,
        (greatest(run[1].1, ${whole(from)}), least(arrayMax(one -> one.2, run), ${whole(to)})) AS span
      FROM (
        SELECT ${keyNumber} AS key,
          arraySort(groupArray((sequence, toUnixTimestamp64Milli(issued_at), ifNull(toUnixTimestamp64Milli(expires_at), ${FOREVER}),
            ${isFelt}, action = 'challenge'))) AS steps,
          arrayPushBack(arrayPopFront(steps), (toUInt64(0), ${FOREVER}, ${FOREVER}, 0, 0)) AS followers,
          arrayMap((step, next) -> (step.2, least(step.3, next.2) + ${GOING_ON_MS}, step.5), steps, followers) AS changes,
          arrayFilter((change, step) -> step.4, changes, steps) AS all
        FROM \`${database}\`.verdicts
        WHERE sequence >= ${whole(first)} AND sequence <= ${whole(last)}
        GROUP BY key
      )
      ARRAY JOIN [0, 1] AS challenge
      WHERE key != 0`;

/**
 * When which keys carried verdicts that consumers enforce, from the minute of their issue until they changed, ended or expired, and a
 * little longer: one row for each key and stretch of time, `moment`, the hash that `momentsOf` gives an event. Made of whole numbers and the
 * name of the database alone, so no text of the log gets into it.
 */
export const enforcedMoments = (verdicts: EnforcedVerdicts): string => `
    SELECT DISTINCT cityHash64(key, stretch.1, stretch.2, toUInt64(challenge)) AS moment
    FROM (
      SELECT key, challenge,
        toUInt64(intDiv(span.1, 60000)) AS first_minute, toUInt64(intDiv(span.2 + 59999, 60000)) AS last_minute,
        ${wholeStretches('ten', 10, 'first_minute')},
        ${wholeStretches('hour', 60, 'first_ten')},
        arrayConcat(
          ${stretches(1, 'arrayConcat(range(first_minute, first_ten), range(last_ten, last_minute))')},
          ${stretches(10, 'arrayConcat(range(first_ten, first_hour, 10), range(last_hour, last_ten, 10))')},
          ${stretches(60, 'range(first_hour, last_hour, 60)')}) AS covered
      FROM (${enforcedSpans(verdicts)}
      )
    )
    ARRAY JOIN covered AS stretch`;

/** From which minute to which whole stretches of a size cover a time; from `nowhere` to there, where no whole one fits in. */
function wholeStretches(name: string, size: number, nowhere: string): string {
  const begin = `toUInt64(intDiv(first_minute + ${size - 1}, ${size}) * ${size})`;
  const end = `toUInt64(intDiv(last_minute, ${size}) * ${size})`;
  const fits = `${begin} < ${end}`;
  return `if(${fits}, ${begin}, ${nowhere}) AS first_${name}, if(${fits}, ${end}, ${nowhere}) AS last_${name}`;
}

const stretches = (size: number, minutes: string): string =>
  `arrayMap(minute -> (toUInt64(${size}), toUInt64(intDiv(minute, ${size}))), ${minutes})`;

function whole(number: number): string {
  if (Number.isSafeInteger(number) && number >= 0) return String(number);
  throw new RangeError(`a whole number was expected, not ${number}`);
}
