import { type Store } from '#libs/store';

/** What the table holds of one partition. */
export interface StoredPartition {
  readonly partition: number;
  readonly rows: number;
  /** Distinct (offset, index). */
  readonly positions: number;
  /** Distinct offsets. */
  readonly offsets: number;
  readonly first: number;
  readonly last: number;
  readonly rejects: number;
}

/** What the table holds of the serials that the feed wrote. */
export interface StoredSerials {
  readonly distinct: number;
  /** -1 when there is none. */
  readonly greatest: number;
}

/** The table of the product, asked in plain SQL: nothing of the product's own reading is used to judge it. */
export class StoredLog {
  constructor(private readonly store: Store) {}

  /** The next offset of each partition that has rows. */
  async tails(topic: string): Promise<Map<number, number>> {
    const rows = await this.store.query<{ partition: number; tail: number }>(
      `SELECT kafka_partition AS partition, toInt64(max(kafka_offset)) + 1 AS tail
       FROM access_events WHERE kafka_topic = {topic: String} GROUP BY kafka_topic, kafka_partition`,
      { topic },
    );
    return new Map(rows.map(({ partition, tail }) => [partition, tail]));
  }

  partitions(topic: string): Promise<StoredPartition[]> {
    return this.store.query<StoredPartition>(
      `SELECT kafka_partition AS partition, count() AS rows,
         uniqExact(kafka_offset, kafka_index) AS positions, uniqExact(kafka_offset) AS offsets,
         toInt64(min(kafka_offset)) AS first, toInt64(max(kafka_offset)) AS last,
         countIf(reject_reason != '') AS rejects
       FROM access_events WHERE kafka_topic = {topic: String}
       GROUP BY partition ORDER BY partition`,
      { topic },
    );
  }

  async serials(topic: string): Promise<StoredSerials> {
    const [serials] = await this.store.query<StoredSerials>(
      `SELECT uniqExact(serial) AS distinct, if(count() = 0, -1, toInt64(max(serial))) AS greatest
       FROM (SELECT toUInt64OrZero(substring(url_path, 9)) AS serial FROM access_events
             WHERE kafka_topic = {topic: String} AND startsWith(url_path, '/serial/'))`,
      { topic },
    );
    return serials ?? { distinct: 0, greatest: -1 };
  }

  /** Messages of which at least one row is a dead letter. */
  async rejectedMessages(topic: string): Promise<number> {
    const [row] = await this.store.query<{ messages: number }>(
      `SELECT uniqExact(kafka_partition, kafka_offset) AS messages FROM access_events
       WHERE kafka_topic = {topic: String} AND reject_reason != ''`,
      { topic },
    );
    return row?.messages ?? 0;
  }

  /** Dead letters by reason. */
  async rejects(topic: string): Promise<Map<string, number>> {
    const rows = await this.store.query<{ reason: string; rows: number }>(
      `SELECT reject_reason AS reason, count() AS rows FROM access_events
       WHERE kafka_topic = {topic: String} AND reject_reason != '' GROUP BY reason ORDER BY reason`,
      { topic },
    );
    return new Map(rows.map(({ reason, rows: count }) => [reason, count]));
  }
}
