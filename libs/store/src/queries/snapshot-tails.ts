/** The ends of one recorded snapshot. Rows are `LogTail`. Parameters: `snapshot` (its name). */
export const snapshotTails = `
  SELECT DISTINCT topic, partition, toInt64(tail) AS tail, toString(cityHash64(topic, partition)) AS placeHash
  FROM cycle_snapshots
  WHERE snapshot = {snapshot: String}
  ORDER BY topic, partition`;
