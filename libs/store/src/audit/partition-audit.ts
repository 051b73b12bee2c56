/** What an audit found of one Kafka partition's stored log. */
export interface PartitionAudit {
  readonly topic: string;
  readonly partition: number;
  readonly rows: number;
  /** First stored offset, and one past the last. */
  readonly first: number;
  readonly tail: number;
  /** Rows beyond one for each (offset, index). */
  readonly duplicatedRows: number;
  /** Offsets between first and tail without a row and without a gap record. */
  readonly missingOffsets: number;
  /** Append days, `YYYYMMDD`, that have duplicated rows. */
  readonly duplicatedDays: readonly string[];
}

/** What makes two rows one, and the columns that ClickHouse wants named because the table is ordered by them. */
const IDENTITY = [
  'kafka_topic',
  'kafka_partition',
  'kafka_offset',
  'kafka_index',
  'kafka_append_time',
  'server_address',
  'event_time',
  'client_address',
].join(', ');

/** Statements that leave one of each duplicated row. */
export const repairOf = ({ duplicatedDays }: PartitionAudit): string[] =>
  duplicatedDays.map(
    (day) => `OPTIMIZE TABLE access_events PARTITION ID '${day}' FINAL DEDUPLICATE BY ${IDENTITY}`,
  );
