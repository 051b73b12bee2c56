/**
 * What the step `[since, asOf)` of event time holds, for guards: one row `{rows, duplicatedRows, addressesSeen}`. Parameters: `since`,
 * `asOf` (DateTime64(3), UTC).
 */
export const guardFigures = `
  SELECT
    count() AS rows,
    toInt64(count()) - toInt64(uniqExact(kafka_topic, kafka_partition, kafka_offset, kafka_index)) AS duplicatedRows,
    uniqExact(client) AS addressesSeen
  FROM events
  WHERE event_time >= {since: DateTime64(3, 'UTC')} AND event_time < {asOf: DateTime64(3, 'UTC')} AND event_time_suspect = 0`;

/** The last guarded cycle before `asOf`: `{finishedAt, verified}`, milliseconds since the epoch. */
export const lastGuardedCycle = `
  SELECT toUnixTimestamp64Milli(finished_at) AS finishedAt, verified
  FROM publication_log FINAL
  WHERE as_of < {asOf: DateTime64(3, 'UTC')}
  ORDER BY as_of DESC
  LIMIT 1`;

/**
 * How many of some addresses carried a verified crawler in the week before `asOf`: `{disowned}`. Parameters: `from`, `asOf` (DateTime64(3),
 * UTC), `addresses`.
 */
export const verifiedOnce = `
  SELECT uniqExact(key) AS disowned
  FROM visitor_judgements
  WHERE key_type = 'address' AND verification != 'none' AND key IN {addresses: Array(String)}
    AND as_of >= {from: DateTime64(3, 'UTC')} AND as_of < {asOf: DateTime64(3, 'UTC')}`;

/** People of the 24 hours before `asOf`, and how many the verdicts since are expected to hit: `{people, peopleHitToday}`. */
export const peopleOfToday = `
  SELECT
    (
      SELECT uniq(key)
      FROM visitor_judgements
      WHERE key_type = 'address' AND nature = 'human'
        AND as_of >= {from: DateTime64(3, 'UTC')} AND as_of < {asOf: DateTime64(3, 'UTC')}
    ) AS people,
    (
      SELECT sum(people_hit)
      FROM publication_log FINAL
      WHERE as_of >= {from: DateTime64(3, 'UTC')} AND as_of < {asOf: DateTime64(3, 'UTC')}
    ) AS peopleHitToday`;
