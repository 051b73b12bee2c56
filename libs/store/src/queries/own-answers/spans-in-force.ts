import { keyNumber } from './key-numbers.js';

/** Which verdicts are looked at. */
export interface VerdictsInForce {
  readonly database: string;
  /** Verdicts that ended before are left out; milliseconds since the epoch. */
  readonly from: number;
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

const isFelt = `action IN ('block', 'challenge', 'throttle') AND mode != 'simulate'`;

/** The first verdict that was enforced at `from` or later: one row `{first}`, 0 where there is none. Parameters: `from`, `last`. */
export const firstInForce = `
  SELECT toInt64(min(sequence)) AS first
  FROM verdicts
  WHERE sequence <= {last: UInt64} AND ${isFelt}
    AND (expires_at IS NULL OR expires_at > fromUnixTimestamp64Milli({from: Int64} - ${GOING_ON_MS}, 'UTC'))`;

/**
 * A row for each key: when it carried a verdict that consumers enforce, from its issue until it changed, ended or expired, and a little
 * longer. Rows: `key` (its number), `spans` (since, until, whether it was a challenge). Made of whole numbers and the name of the database
 * alone, so no text of the log gets into it.
 */
export const spansInForce = ({ database, from, first, last }: VerdictsInForce): string => `
    SELECT key, spans
    FROM (
      SELECT ${keyNumber} AS key,
        arraySort(groupArray((sequence, toUnixTimestamp64Milli(issued_at), ifNull(toUnixTimestamp64Milli(expires_at), ${FOREVER}),
          ${isFelt}, action = 'challenge'))) AS steps,
        arrayPushBack(arrayPopFront(steps), (toUInt64(0), ${FOREVER}, ${FOREVER}, 0, 0)) AS followers,
        arrayFilter((span, step) -> step.4 AND span.2 > ${whole(from)},
          arrayMap((step, next) -> (step.2, least(step.3, next.2) + ${GOING_ON_MS}, step.5), steps, followers), steps) AS spans
      FROM \`${database}\`.verdicts
      WHERE sequence >= ${whole(first)} AND sequence <= ${whole(last)}
      GROUP BY key
    )
    WHERE notEmpty(spans)`;

function whole(number: number): string {
  if (Number.isSafeInteger(number) && number >= 0) return String(number);
  throw new RangeError(`a whole number was expected, not ${number}`);
}
