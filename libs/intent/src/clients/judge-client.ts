import { type Judgement } from '../decision/judgement.js';
import { probabilityOf } from '../evidence/log-odds.js';
import { weigh } from '../evidence/weigh.js';
import { type ClientFigures } from './client-figures.js';
import { type JudgedSubVisitor } from './judged-sub-visitor.js';
import { uncountedFeatures } from './uncounted-features.js';

/** Log-odds that an arbitrary client, regulated and under contract, is malicious as a whole. */
const PRIOR = -4.5;
/** Nearly all, and not just a handful. Assumptions. */
const NEARLY_ALL = 0.9;
const NOT_A_HANDFUL = 10;

/**
 * The judgement on a whole API client: malicious where nearly everybody behind it is, else null, for then those who are carry the
 * verdicts. Policy decides whether anything is done about it (`blockApiClients`).
 */
export function judgeClient(
  client: ClientFigures,
  behind: readonly JudgedSubVisitor[],
): Judgement | null {
  const bad = behind.filter(
    ({ subVisitor, judgement }) =>
      subVisitor.kind !== 'caller' && judgement.intent.stance === 'malicious',
  );
  const worst = bad.toSorted((a, b) => b.subVisitor.requests - a.subVisitor.requests)[0];
  if (worst === undefined || bad.length < NOT_A_HANDFUL) return null;
  if (bad.length < NEARLY_ALL * client.subVisitors) return null;
  const evidence = weigh('NEARLY_ALL_BEHIND_IT', {
    value: bad.length,
    baseline: client.subVisitors,
    text: `${bad.length} of the ${client.subVisitors} behind it are malicious`,
  });
  const risk = probabilityOf(PRIOR + evidence.weight);
  return {
    keyType: 'api_client',
    key: client.client,
    nature: 'unknown',
    botProbability: 0.5,
    verification: 'none',
    intent: worst.judgement.intent,
    intents: worst.judgement.intents,
    score: Math.round(risk * 100),
    confidence: Math.round(risk * 10_000) / 10_000,
    ownConfidence: Math.round(risk * 10_000) / 10_000,
    campaign: null,
    peopleSharing: 0,
    evidence: [evidence],
    features: featuresOf(client, worst),
  };
}

function featuresOf(
  client: ClientFigures,
  { subVisitor }: JudgedSubVisitor,
): Judgement['features'] {
  return {
    ...uncountedFeatures,
    keyType: 'api_client',
    key: client.client,
    address: '',
    userAgent: subVisitor.userAgent,
    site: subVisitor.site,
    firstSeen: client.firstSeen,
    lastSeen: client.lastSeen,
    requests: client.requests,
    apiCalls: client.requests,
    clientErrors: client.clientErrors,
    serverErrors: client.serverErrors,
    bytesOut: 0,
    serviceTimeMs: client.serviceTimeMs,
    loginAttempts: client.loginAttempts,
    loginFailures: client.loginFailures,
    accounts: 0,
    payments: client.payments,
    accountReads: client.accountCalls,
    accountPaths: client.consentAccounts,
    accountRefusals: client.accountCallsRefused,
    consents: client.consentsCreated,
    tokenRequests: client.tokenRequests,
    tokenFailures: client.tokenFailures,
    apiClient: client.client,
  };
}
