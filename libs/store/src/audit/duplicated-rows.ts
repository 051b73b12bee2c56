/**
 * Rows and messages of one Kafka partition that are there more than once, by append day. Looks only into stretches of 65,536
 * offsets whose number or sum of offsets is wrong, the 64 fullest of them, so that its memory is bounded: where
 * more are wrong, it tells a part. Parameters: `topic` (String), `partition` (UInt32).
 */
export const duplicatedRows = `
  SELECT
    _partition_id AS day,
    toInt64(count()) - toInt64(uniqExact(kafka_offset, kafka_index)) AS rows,
    toInt64(countIf(kafka_index = 0)) - toInt64(uniqExact(kafka_offset)) AS messages
  FROM access_events
  WHERE kafka_topic = {topic: String} AND kafka_partition = {partition: UInt32}
    AND intDiv(kafka_offset, 65536) IN (
      SELECT intDiv(kafka_offset, 65536) AS stretch
      FROM access_events
      WHERE kafka_topic = {topic: String} AND kafka_partition = {partition: UInt32} AND kafka_index = 0
      GROUP BY stretch
      HAVING count() != 65536
        OR sum(kafka_offset - stretch * 65536) != intDiv(toUInt64(65535) * 65536, 2)
      ORDER BY count() DESC
      LIMIT 64)
  GROUP BY day
  HAVING rows > 0
  ORDER BY day`;

export interface DuplicatedRows {
  readonly day: string;
  readonly rows: number;
  readonly messages: number;
}
