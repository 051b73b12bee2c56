import { type Judgement } from '../decision/judgement.js';
import { type ClientContext } from './client-context.js';
import { type ClientFigures } from './client-figures.js';
import { type ClientObservations } from './client-observations.js';
import { type ClientReport } from './client-report.js';
import { judgeClient } from './judge-client.js';
import { judgeSubVisitor } from './judge-sub-visitor.js';
import { type JudgedSubVisitor } from './judged-sub-visitor.js';
import { reportClient } from './report-client.js';

/** What is thought of the API clients and of those behind them. */
export interface ClientJudgements {
  readonly subVisitors: readonly JudgedSubVisitor[];
  /** On whole clients: only those behind whom nearly everybody is malicious. */
  readonly clients: readonly Judgement[];
  readonly reports: readonly ClientReport[];
}

/**
 * Judges API clients as estates of their own: first everybody remarkable behind them, then each client beside its peers and its
 * own past, with what the malicious ones behind it explain taken away. Pure: the same observations, the same judgements.
 */
export function judgeClients(observations: ClientObservations): ClientJudgements {
  const perClient = observations.clients.map((client) => {
    const behind = judgeBehind(client, observations);
    const judgement = judgeClient(client, behind);
    const report = reportClient(client, behind, judgement !== null, observations);
    return { behind, judgement, report };
  });
  return {
    subVisitors: perClient.flatMap(({ behind }) => behind),
    clients: perClient.flatMap(({ judgement }) => judgement ?? []),
    reports: perClient.map(({ report }) => report),
  };
}

function judgeBehind(
  client: ClientFigures,
  { subVisitors, habits }: ClientObservations,
): readonly JudgedSubVisitor[] {
  const behind = subVisitors.filter((one) => one.client === client.client);
  const context: ClientContext = {
    habits,
    client,
    behind: (kind) => behind.filter((one) => one.kind === kind),
  };
  return behind.map((subVisitor) => ({
    subVisitor,
    judgement: judgeSubVisitor(subVisitor, context),
  }));
}
