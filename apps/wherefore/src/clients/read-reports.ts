import { type ClientReport } from '#libs/intent';
import { apiClientReports, type ClientReportRow, type Store } from '#libs/store';

/** A report on an API client, and when it was made (milliseconds since the epoch). */
export interface DatedReport {
  readonly asOf: number;
  readonly report: ClientReport;
}

/** The newest report on each API client, or on the one named; the busiest first. */
export async function readReports(store: Store, client: string): Promise<readonly DatedReport[]> {
  const rows = await store.query<ClientReportRow>(apiClientReports, { client });
  return rows.map(({ asOf, report }) => ({ asOf, report: JSON.parse(report) as ClientReport }));
}
