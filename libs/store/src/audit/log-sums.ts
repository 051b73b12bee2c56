/**
 * What is stored of each Kafka partition in sums that need no set of the offsets: cheap on any number of rows, and one snapshot. A
 * message counts by its first row, a gap record for every offset that it stands for.
 */
const logSums = (where: string): string => `
  WITH if(reject_reason = 'gap', least(JSONExtractUInt(raw, 'from'), kafka_offset), kafka_offset) AS begin
  SELECT
    kafka_topic AS topic,
    kafka_partition AS partition,
    count() AS rows,
    toInt64(sumIf(kafka_offset - begin + 1, kafka_index = 0)) AS accounted,
    toString(sumIf(
      intDiv((toUInt128(begin) + kafka_offset) * (kafka_offset - begin + 1), 2),
      kafka_index = 0)) AS offsets,
    toInt64(min(begin)) AS first,
    toInt64(max(kafka_offset)) AS last
  FROM access_events
  WHERE ${where}
  GROUP BY topic, partition`;

/** Of one append day. Parameter: `day` (String). */
export const daySums = logSums('_partition_id = {day: String}');

/** Of one Kafka partition. Parameters: `topic` (String), `partition` (UInt32). */
export const chainSums = logSums(
  'kafka_topic = {topic: String} AND kafka_partition = {partition: UInt32}',
);

export interface LogSums {
  readonly topic: string;
  readonly partition: number;
  readonly rows: number;
  /** Offsets that the rows account for, one counted twice if it is there twice. */
  readonly accounted: number;
  /** Their sum, decimal: too great for a number. */
  readonly offsets: string;
  readonly first: number;
  readonly last: number;
}
