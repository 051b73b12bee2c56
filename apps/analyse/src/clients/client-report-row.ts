import { type ClientReport } from '#libs/intent';
import { clickHouseTime } from '#libs/store';

/** When a report was made. Times in milliseconds since the epoch. */
interface ReportInstant {
  readonly asOf: number;
  readonly windowFrom: number;
  readonly computedAt: number;
}

/** A row of `api_client_reports`. */
export function clientReportRow(report: ClientReport, instant: ReportInstant): object {
  const { unattended } = report;
  return {
    as_of: clickHouseTime(instant.asOf),
    window_from: clickHouseTime(instant.windowFrom),
    client: report.client,
    requests: report.requests,
    usual_requests: report.usualRequests,
    attended_share: report.attendedShare,
    cost_share: report.costShare,
    sub_visitors: report.subVisitors,
    suspicious_sub_visitors: report.suspects.length,
    suspicious_requests: report.suspiciousRequests,
    unattended_consents: unattended?.consentsInBreach ?? null,
    unattended_breaches: unattended?.breaches ?? null,
    unattended_breaches_clear: unattended?.clearBreaches ?? null,
    deviations: report.ratios.filter(({ deviates }) => deviates).map(({ ratio }) => ratio),
    stance: report.stance,
    report: JSON.stringify(report),
    computed_at: clickHouseTime(instant.computedAt),
  };
}
