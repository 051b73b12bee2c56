/** Every append day of the table and its rows. Reads no column. No parameters. */
export const appendDays = `
  SELECT _partition_id AS day, count() AS rows
  FROM access_events
  GROUP BY day`;

export interface AppendDay {
  /** Id of the table's partition, `YYYYMMDD`. */
  readonly day: string;
  readonly rows: number;
}
