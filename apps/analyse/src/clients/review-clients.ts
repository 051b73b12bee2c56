import { type ClientCaller, type Judgement, judgeClients, spareSharedCallers } from '#libs/intent';
import { type Clock } from '#libs/platform';
import {
  clickHouseTime,
  type ClientSettings,
  noteApiClientHours,
  observeClients,
  type Store,
} from '#libs/store';
import { clientReportRow } from './client-report-row.js';

/** What a review looks at. Times in milliseconds since the epoch. */
interface ReviewSpan {
  readonly from: number;
  readonly asOf: number;
  /** Only those behind clients who were seen since then, or stored since `appendedSince`, are judged again. */
  readonly since: number;
  readonly appendedSince: number;
}

/** What a review concluded. */
export interface ClientReview {
  /** On those behind the clients who moved, and on whole clients behind whom nearly everybody is malicious. */
  readonly judgements: readonly Judgement[];
  /** The same groups of judgements; the clients' own addresses, which everybody behind them shares, are spared. */
  spareCallers<Group extends { readonly judgements: readonly Judgement[] }>(
    groups: readonly Group[],
  ): readonly Group[];
}

/**
 * Reviews the API clients of the window `[from, asOf)`: reports on each of them (`api_client_reports`), notes its hours for later
 * comparison, and judges those behind them. Run again it does the same. Estates without API clients pay for one empty look.
 */
export async function reviewClients(
  store: Store,
  span: ReviewSpan,
  clock: Clock,
  settings?: ClientSettings,
): Promise<ClientReview> {
  const { from, asOf } = span;
  const observations = await observeClients(store, from, asOf, settings);
  if (observations === null) return { judgements: [], spareCallers: (groups) => groups };
  const { subVisitors, clients, reports } = judgeClients(observations);
  const instant = { asOf, windowFrom: from, computedAt: clock.now() };
  await store.insertRows(
    'api_client_reports',
    reports.map((report) => clientReportRow(report, instant)),
  );
  const window = { from: clickHouseTime(from), to: clickHouseTime(asOf) };
  await store.command(noteApiClientHours, { ...window, lookback: window.from });
  const moved = subVisitors.filter(
    ({ subVisitor: { lastSeen, lastAppended } }) =>
      lastSeen >= span.since || lastAppended > span.appendedSince,
  );
  return {
    judgements: [...moved.map(({ judgement }) => judgement), ...clients],
    spareCallers: sparing(observations.callers),
  };
}

function sparing(callers: readonly ClientCaller[]): ClientReview['spareCallers'] {
  const spare = spareSharedCallers(callers);
  return (groups) =>
    groups.map((group) => ({ ...group, judgements: group.judgements.map((one) => spare(one)) }));
}
