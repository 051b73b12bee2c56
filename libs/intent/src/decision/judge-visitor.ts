import { actorCells } from '../campaigns/actor-cells.js';
import { type Evidence } from '../evidence/evidence.js';
import { probabilityOf } from '../evidence/log-odds.js';
import { type Estate } from '../estate.js';
import { judgeNature, type NatureJudgement } from '../nature/judge-nature.js';
import { purposeOf } from '../purposes/purpose-of.js';
import { type Threat } from '../threats/threat.js';
import { type Visitor } from '../visitor.js';
import { visitorKey } from '../visitor-key.js';
import { type Intent, type LikelyIntent } from './intent.js';
import { type Judgement } from './judgement.js';
import { namedSuspicion } from './named-suspicion.js';
import { type Suspicion, suspicionsOf } from './suspicion.js';

/** From this probability on a visitor is called malicious: wrong at most once in five, by its own account. */
const MALICIOUS_AT = 0.8;
const MALICIOUS_ODDS = Math.log(MALICIOUS_AT / (1 - MALICIOUS_AT));
/** Below this probability of any threat a visitor may be called benign. */
const BENIGN_BELOW = 0.2;

/** From this probability on a threat is named among a visitor's intents. */
const LIKELIER_THAN_NOT = 0.5;
/** Log-odds well below that: not worth a probability. */
const UNLIKELY = -0.01;

/** Judges one visitor against its estate: nature, the likeliest intent, and every reason for both. */
export function judgeVisitor(visitor: Visitor, estate: Estate): Judgement {
  const nature = judgeNature(visitor, estate);
  const suspicions = suspicionsOf(visitor, estate);
  const worst = suspicions.reduce((most, next) => (next.logOdds > most.logOdds ? next : most));
  const risk = probabilityOf(worst.logOdds);
  const named = namedSuspicion(suspicions, worst, MALICIOUS_ODDS);
  const intent = intentFrom(visitor, nature, named.threat, risk);
  const { features, identity } = visitor;
  return {
    keyType: features.keyType,
    key: visitorKey(features),
    nature: nature.nature,
    botProbability: nature.botProbability,
    verification: identity.verification,
    intent,
    intents: likelyIntents(intent, risk, suspicions),
    score: Math.round(risk * 100),
    confidence: confidenceOf(intent, nature, risk),
    ownConfidence: round(probabilityOf(worst.logOdds - crowdWeight(worst.evidence))),
    campaign: intent.stance === 'malicious' ? campaignOf(visitor, named.threat, estate) : null,
    peopleSharing: 0,
    evidence: reasons(intent, nature, named, worst),
    features,
  };
}

function intentFrom(
  visitor: Visitor,
  { nature }: NatureJudgement,
  threat: Threat,
  risk: number,
): Intent {
  if (risk >= MALICIOUS_AT) return { stance: 'malicious', class: threat.id };
  if (risk >= BENIGN_BELOW) return { stance: 'unknown', class: null };
  const purpose = purposeOf(visitor, nature);
  return { stance: purpose === null ? 'unknown' : 'benign', class: purpose };
}

/** All threats that are more likely than not, what it is called first; of the benign their purpose. */
function likelyIntents(
  intent: Intent,
  risk: number,
  suspicions: readonly Suspicion[],
): readonly LikelyIntent[] {
  if (intent.stance === 'benign' && intent.class !== null) {
    return [{ class: intent.class, probability: round(1 - risk) }];
  }
  return suspicions
    .filter(({ logOdds }) => logOdds > UNLIKELY)
    .map(({ threat, logOdds }) => ({
      class: threat.id,
      probability: round(probabilityOf(logOdds)),
    }))
    .filter(({ probability }) => probability >= LIKELIER_THAN_NOT)
    .toSorted((a, b) => b.probability - a.probability)
    .toSorted((a, b) => Number(b.class === intent.class) - Number(a.class === intent.class));
}

function confidenceOf(intent: Intent, nature: NatureJudgement, risk: number): number {
  const confidence = {
    malicious: risk,
    benign: 1 - risk,
    unknown: Math.max(nature.botProbability, 1 - nature.botProbability),
  }[intent.stance];
  return round(confidence);
}

function round(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}

const CROWDS = new Set<Evidence['code']>([
  'LOGIN_FAILURE_CROWD',
  'SAME_FINGERPRINT_CROWD',
  'PART_OF_CAMPAIGN',
  'BARE_ACTOR_CROWD',
]);

/** How much of the evidence is the company a visitor keeps. */
function crowdWeight(evidence: readonly Evidence[]): number {
  return evidence
    .filter(({ code }) => CROWDS.has(code))
    .reduce((sum, { weight }) => sum + weight, 0);
}

function campaignOf({ features }: Visitor, threat: Threat, estate: Estate): string | null {
  const cells = [features.loginCell, features.readerCell, ...actorCells(features)];
  const campaigns = [
    ...cells.map((cell) => estate.campaignOf(cell)),
    estate.membershipOf(features.address)?.campaign ?? null,
  ];
  const related = campaigns.find((campaign) => campaign !== null && akin(campaign.threat, threat));
  return related?.id ?? null;
}

/** Cracking and stuffing are one campaign where the log does not name accounts. */
function akin(campaignThreat: string, threat: Threat): boolean {
  return campaignThreat === threat.id || (campaignThreat === 'OAT-008' && threat.id === 'OAT-007');
}

function reasons(
  intent: Intent,
  nature: NatureJudgement,
  named: Suspicion,
  worst: Suspicion,
): readonly Evidence[] {
  const accused = [...named.evidence, ...worst.evidence.filter(isNew(named.evidence))];
  const relevant =
    intent.stance === 'malicious'
      ? [...accused, ...nature.evidence.filter(isNew(accused))]
      : [...nature.evidence, ...accused.filter(isNew(nature.evidence))];
  return relevant.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function isNew(known: readonly Evidence[]): (evidence: Evidence) => boolean {
  return ({ code }) => !known.some((evidence) => evidence.code === code);
}
