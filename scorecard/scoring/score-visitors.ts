import { type DataSet } from '../data-sets/data-set.js';
import { type ScorableLog, visitorsOf } from '../data-sets/scorable-log.js';
import { type ProductJudgement } from '../judging/product-judgement.js';
import { type LabelledVisitor, visitorName } from '../labels/labelled-visitor.js';
import { VisitorFinder } from '../labels/visitor-finder.js';
import { type LoggedRequest } from '../log/logged-request.js';
import { readLogLine } from '../log/read-log-line.js';
import { type CrowdsecAlert, crowdsecAlerts } from '../references/crowdsec-rules.js';
import { isListedBot } from '../references/user-agent-list.js';
import { forestOpinions } from './forest-opinions.js';
import { type Opinion, type ScoredVisitor, type Side } from './scored-visitor.js';

const SIDES: Readonly<Record<string, Side>> = {
  bad_bot: 'bad',
  human: 'person',
  good_bot: 'verified',
};
/** Labels that say nothing, and the estate's own traffic. */
const NOT_SCORED: readonly string[] = ['unknown', 'self', ''];

/** Puts what is true, what the product says and what the references say of the same visitors side by side. */
export function scoreVisitors(
  log: ScorableLog,
  question: DataSet['question'],
  judgements: readonly ProductJudgement[],
): ScoredVisitor[] {
  const requests = requestsByVisitor(log);
  const alerts = firstAlerts(log);
  const seen = judgements.filter(({ judged }) => judged !== null);
  const scored = seen.filter(({ label }) => !NOT_SCORED.includes(label));
  const accused = scored.filter(
    (one) => ['person', 'verified'].includes(SIDES[one.label] ?? '') && isFlagged(one, question),
  );
  const forest = forestOpinions(seen, accused.length);
  return scored.map((judgement) => {
    const { visitor, label, judged } = judgement;
    const own = requests.get(visitor) ?? [];
    return {
      visitor,
      label,
      class: judgement.class,
      kind: judgement.kind,
      evasion: judgement.evasion,
      side: SIDES[label] ?? 'apart',
      requests: judgement.requests,
      calledAs: judged?.class ?? judged?.nature ?? 'unknown',
      isNamed: judgement.named,
      isBlocked: judgement.blocked,
      opinions: {
        wherefore: { isFlagged: isFlagged(judgement, question), delay: judgement.detection },
        user_agents: agentOpinion(own),
        thresholds: thresholdOpinion(own, alerts),
        isolation_forest: forest.get(visitor) ?? { isFlagged: false, delay: null },
      },
    };
  });
}

/** Where the question is who is no person, an opinion that it is a machine is an answer; a claim alone does not matter there. */
function isFlagged(
  { condemned, judged }: ProductJudgement,
  question: DataSet['question'],
): boolean {
  if (question === 'malicious') return condemned;
  return condemned || !['human', 'unknown'].includes(judged?.nature ?? 'unknown');
}

function requestsByVisitor(log: ScorableLog): Map<string, LoggedRequest[]> {
  const finder = new VisitorFinder(visitorsOf(log));
  const found = new Map<LabelledVisitor, LoggedRequest[]>();
  for (const line of log.logs.flat()) {
    const request = readLogLine(line)?.request;
    const visitor = request && finder.of(request);
    if (!visitor) continue;
    const own = found.get(visitor);
    if (own === undefined) found.set(visitor, [request]);
    else own.push(request);
  }
  return new Map([...found].map(([visitor, own]) => [visitorName(visitor), own]));
}

function firstAlerts(log: ScorableLog): Map<string, CrowdsecAlert> {
  const requests = log.logs.flat().flatMap((line) => readLogLine(line)?.request ?? []);
  const first = new Map<string, CrowdsecAlert>();
  for (const alert of crowdsecAlerts(requests)) {
    const known = first.get(alert.address);
    if (known === undefined || alert.time < known.time) first.set(alert.address, alert);
  }
  return first;
}

/** By what most of its requests carry, so that one odd request of a person decides nothing. Browsers' unused sockets say nothing. */
function agentOpinion(requests: readonly LoggedRequest[]): Opinion {
  const telling = requests.filter(({ status, method }) => !(status === 408 && method === ''));
  const listed = telling.filter(({ userAgent }) => isListedBot(userAgent));
  const isListed = listed.length > 0 && listed.length * 2 >= telling.length;
  return { isFlagged: isListed, delay: isListed ? { seconds: 0, requests: 1 } : null };
}

/** The alert of its address, if a request of its own came with or after it: an address is banned as a whole. */
function thresholdOpinion(
  requests: readonly LoggedRequest[],
  alerts: ReadonlyMap<string, CrowdsecAlert>,
): Opinion {
  const alert = alerts.get(requests[0]?.address ?? '');
  const times = requests.map(({ time }) => time).filter(Number.isFinite);
  if (alert === undefined || times.every((time) => time < alert.time)) {
    return { isFlagged: false, delay: null };
  }
  const first = times.reduce((one, other) => Math.min(one, other), Infinity);
  const before = times.filter((time) => time <= alert.time).length;
  const seconds = Math.max(0, (alert.time - first) / 1_000);
  return { isFlagged: true, delay: { seconds, requests: Math.max(1, before) } };
}
