/** What was stored: one row, `EstateCounts`. No parameters. */
export const estateCounts = `
  SELECT
    (SELECT count() FROM events) AS events,
    (SELECT count() FROM dead_letters) AS rejects,
    (SELECT uniqExact(client) FROM events) AS clients,
    (SELECT uniqExact(server_address) FROM events) AS sites,
    (SELECT toUnixTimestamp64Milli(min(event_time)) FROM events WHERE event_time_suspect = 0) AS earliest,
    (SELECT toUnixTimestamp64Milli(max(event_time)) FROM events WHERE event_time_suspect = 0) AS latest`;

export interface EstateCounts {
  readonly events: number;
  readonly rejects: number;
  readonly clients: number;
  readonly sites: number;
  /** Event time, milliseconds since the epoch. */
  readonly earliest: number;
  readonly latest: number;
}
