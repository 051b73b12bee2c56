/**
 * The next offset of one partition's stored log, `tail`; no row when it is empty. Answered from the projection `log_tail`.
 * Parameters: `topic` (String), `partition` (UInt32).
 */
export const logTail = `
  SELECT toInt64(max(kafka_offset)) + 1 AS tail
  FROM access_events
  WHERE kafka_topic = {topic: String} AND kafka_partition = {partition: UInt32}
  GROUP BY kafka_topic, kafka_partition
  SETTINGS select_sequential_consistency = 1`;
