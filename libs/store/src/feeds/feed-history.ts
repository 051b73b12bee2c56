/** A change of a verdict, as the history has it. */
export interface HistoryRow {
  readonly sequence: number;
  readonly change: string;
  readonly revision: number;
  readonly messageKey: string;
  /** JSON. */
  readonly message: string;
}

/**
 * Where a feed that starts is to begin: `until`, the newest sequence, and `from`, the one behind which every change
 * is recent. Parameter: `since` (milliseconds).
 */
export const feedExtent = `
  SELECT max(sequence) AS until,
    if(countIf(as_of >= fromUnixTimestamp64Milli({since: Int64}, 'UTC')) = 0, until,
      minIf(sequence, as_of >= fromUnixTimestamp64Milli({since: Int64}, 'UTC')) - 1) AS from
  FROM verdicts`;

/**
 * What a feed that starts has to know, in order: the verdicts that were in force at `from`, and every change after it.
 * Rows are `HistoryRow`. Parameters: `from`, `until`, `after` (sequences), `since` (milliseconds), `limit`.
 */
export const feedHistory = `
  SELECT sequence, change, revision, message_key AS messageKey, message
  FROM verdicts
  WHERE sequence > {after: UInt64} AND sequence <= {until: UInt64}
    AND (sequence > {from: UInt64} OR sequence IN
    (
      SELECT argMax(sequence, (revision, sequence))
      FROM verdicts
      WHERE sequence <= {from: UInt64}
      GROUP BY message_key
      HAVING argMax(change, (revision, sequence)) != 'lifted'
        AND argMax(expires_at, (revision, sequence)) > fromUnixTimestamp64Milli({since: Int64}, 'UTC')
    ))
  ORDER BY sequence
  LIMIT {limit: UInt32}`;

/** The newest sequence: `newest`, 0 without any. No parameters. */
export const newestVerdict = 'SELECT max(sequence) AS newest FROM verdicts';
