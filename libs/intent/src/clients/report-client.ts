import { type ClientFigures } from './client-figures.js';
import { type ClientObservations } from './client-observations.js';
import { type ClientReport, type ExplainedComparison, type Suspect } from './client-report.js';
import { compareWithHistory } from './compare-with-history.js';
import { compareWithPeers } from './compare-with-peers.js';
import { customerAddressQuality } from './customer-address-quality.js';
import { type JudgedSubVisitor } from './judged-sub-visitor.js';
import { reasonsOf } from './reasons-of.js';
import { type SubVisitor } from './sub-visitor.js';
import { withoutSuspects } from './without-suspects.js';

/** The report on one client: its figures beside peers and past, who behind it is malicious, and what that explains. */
export function reportClient(
  client: ClientFigures,
  behind: readonly JudgedSubVisitor[],
  isMalicious: boolean,
  observations: ClientObservations,
): ClientReport {
  const bad = behind.filter(({ judgement }) => judgement.intent.stance === 'malicious');
  const rest = withoutSuspects(
    client,
    bad.map(({ subVisitor }) => subVisitor),
  );
  const unattended = observations.unattended.find((use) => use.client === client.client) ?? null;
  const customers = observations.customers.find((use) => use.client === client.client) ?? null;
  const history = compareWithHistory(client, observations.history);
  const report = {
    ...volumeOf(client, observations.clients),
    client: client.client,
    stance: isMalicious ? ('malicious' as const) : ('unknown' as const),
    usualRequests: history.find(({ figure }) => figure === 'requests')?.usual ?? null,
    subVisitors: client.subVisitors,
    suspects: bad.map(suspectOf).toSorted((a, b) => b.score - a.score || compare(a.key, b.key)),
    suspiciousRequests: client.requests - rest.requests,
    unattended,
    customerAddress: unattended === null ? null : customerAddressQuality(client, customers),
    ratios: explain(client, rest, observations.clients),
    history,
  };
  return { ...report, reasons: reasonsOf(report) };
}

function volumeOf(
  client: ClientFigures,
  all: readonly ClientFigures[],
): Pick<ClientReport, 'requests' | 'volumeShare' | 'volumeRank' | 'attendedShare' | 'costShare'> {
  const others = all.filter((other) => other.client !== client.client);
  const smaller = others.filter((other) => other.requests <= client.requests).length;
  const serviceTimeMs = sum(all, (one) => one.serviceTimeMs);
  return {
    requests: client.requests,
    volumeShare: round(client.requests / sum(all, ({ requests }) => requests)),
    volumeRank: others.length === 0 ? 1 : round(smaller / others.length),
    attendedShare: round(client.attended / client.requests),
    costShare: serviceTimeMs === 0 ? null : round(client.serviceTimeMs / serviceTimeMs),
  };
}

function explain(
  client: ClientFigures,
  rest: ClientFigures,
  all: readonly ClientFigures[],
): readonly ExplainedComparison[] {
  const without = compareWithPeers(rest, all);
  return compareWithPeers(client, all).map((comparison) => {
    const left = without.find(({ ratio }) => ratio === comparison.ratio);
    return { ...comparison, explained: comparison.deviates ? left?.deviates !== true : null };
  });
}

function suspectOf({ subVisitor, judgement }: JudgedSubVisitor): Suspect {
  return {
    key: judgement.key,
    kind: subVisitor.kind,
    class: judgement.intent.class ?? '',
    score: judgement.score,
    requests: subVisitor.requests,
    reason: judgement.evidence[0]?.text ?? '',
  };
}

function sum<Row>(rows: readonly Row[], count: (row: Row) => number): number {
  return rows.reduce((total, row) => total + count(row), 0);
}

function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

function compare(a: SubVisitor['value'], b: SubVisitor['value']): number {
  return a < b ? -1 : Number(a > b);
}
