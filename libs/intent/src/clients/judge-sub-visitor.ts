import { type Intent, type LikelyIntent } from '../decision/intent.js';
import { type Judgement } from '../decision/judgement.js';
import { type Evidence } from '../evidence/evidence.js';
import { probabilityOf } from '../evidence/log-odds.js';
import { type ClientContext } from './client-context.js';
import { type ClientThreat } from './client-threat.js';
import { clientThreats } from './client-threats.js';
import { type SubVisitor, subVisitorKey } from './sub-visitor.js';
import { subVisitorFeatures } from './sub-visitor-features.js';

/** As for every visitor. */
const MALICIOUS_AT = 0.8;
const LIKELIER_THAN_NOT = 0.5;

interface Suspicion {
  readonly threat: ClientThreat;
  readonly logOdds: number;
  readonly evidence: readonly Evidence[];
}

/**
 * Judges one of those behind an API client: the likeliest thing it can be there for, and every reason. Whether software or a
 * person is behind it cannot be told, since the client's software makes all calls.
 */
export function judgeSubVisitor(one: SubVisitor, context: ClientContext): Judgement {
  const suspicions = clientThreats.map((threat) => suspect(threat, one, context));
  const worst = suspicions.reduce((most, next) => (next.logOdds > most.logOdds ? next : most));
  const risk = probabilityOf(worst.logOdds);
  const intent = intentFrom(worst.threat, risk);
  return {
    keyType: 'api_sub_visitor',
    key: subVisitorKey(one),
    nature: 'unknown',
    botProbability: 0.5,
    verification: 'none',
    intent,
    intents: likelyIntents(suspicions),
    score: Math.round(risk * 100),
    confidence: round(intent.stance === 'malicious' ? risk : 0.5),
    ownConfidence: round(probabilityOf(worst.logOdds - companyWeight(worst.evidence))),
    campaign: null,
    peopleSharing: 0,
    evidence: worst.evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    // Most of those remarkable did not move: they are judged for their client's sake, and nobody asks for theirs.
    get features() {
      return subVisitorFeatures(one);
    },
  };
}

function suspect(threat: ClientThreat, one: SubVisitor, context: ClientContext): Suspicion {
  const evidence = threat.rules.flatMap((rule) => rule(one, context) ?? []);
  const logOdds = evidence.reduce((sum, { weight }) => sum + weight, threat.prior);
  return { threat, logOdds, evidence };
}

function likelyIntents(suspicions: readonly Suspicion[]): readonly LikelyIntent[] {
  return suspicions
    .map(({ threat, logOdds }) => ({
      class: threat.id,
      probability: round(probabilityOf(logOdds)),
    }))
    .filter(({ probability }) => probability >= LIKELIER_THAN_NOT)
    .toSorted((a, b) => b.probability - a.probability);
}

/** Nobody behind an API client is called benign: what was remarkable about it is why it was looked at. */
function intentFrom(threat: ClientThreat, risk: number): Intent {
  return risk >= MALICIOUS_AT
    ? { stance: 'malicious', class: threat.id }
    : { stance: 'unknown', class: null };
}

function companyWeight(evidence: readonly Evidence[]): number {
  return evidence.find(({ code }) => code === 'OTHERS_DO_THE_SAME')?.weight ?? 0;
}

function round(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}
