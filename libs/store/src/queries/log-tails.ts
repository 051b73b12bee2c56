/**
 * The end of every stored partition: the first offset it does not have. Answered from the projection
 * `log_tail`, so it costs no scan. Rows are `LogTail`. No parameters.
 */
export const logTails = `
  SELECT topic, partition, tail, toString(cityHash64(topic, partition)) AS placeHash
  FROM (
    SELECT kafka_topic AS topic, kafka_partition AS partition, toInt64(max(kafka_offset)) + 1 AS tail
    FROM access_events
    GROUP BY kafka_topic, kafka_partition
  )
  ORDER BY topic, partition
  SETTINGS select_sequential_consistency = 1`;
