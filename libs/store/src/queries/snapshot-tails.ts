/** The ends of one recorded snapshot. Rows are `LogTail`. Parameters: `snapshot` (its name). */
export const snapshotTails = `
  SELECT DISTINCT topic, partition, toInt64(tail) AS tail, toString(cityHash64(topic, partition)) AS placeHash
  FROM cycle_snapshots
  WHERE snapshot = {snapshot: String}
  ORDER BY topic, partition`;

/** What else was known at one recorded snapshot: `{verdicts, ownStatuses}`. Parameters: `snapshot` (its name). */
export const snapshotContext = `
  SELECT toInt64(verdicts) AS verdicts, own_statuses AS ownStatuses
  FROM cycle_snapshots
  WHERE snapshot = {snapshot: String}
  LIMIT 1`;

/** The last verdict given: `{verdicts}`, its sequence; no row where there is none. */
export const lastVerdict = `SELECT toInt64(sequence) AS verdicts FROM verdicts ORDER BY sequence DESC LIMIT 1`;
