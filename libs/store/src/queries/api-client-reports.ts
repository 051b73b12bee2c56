/** The newest report on each API client, the busiest first. Parameters: `client` (`''` for all). Rows are `ClientReportRow`. */
export const apiClientReports = `
  SELECT client, toUnixTimestamp64Milli(as_of) AS asOf, report
  FROM api_clients
  WHERE {client: String} IN ('', client)
  ORDER BY requests DESC, client`;

export interface ClientReportRow {
  readonly client: string;
  /** Milliseconds since the epoch. */
  readonly asOf: number;
  /** JSON of `ClientReport`. */
  readonly report: string;
}
