import { type TracedJudgement } from '#libs/intent';
import { type VerdictContext } from './verdict-context.js';
import { evidenceOf } from './evidence-of.js';
import { reasonOf } from './reason-of.js';
import { type LiftedMessage, type VerdictEvidence, type VerdictReason } from './verdict-message.js';
import { type VerdictMessage } from './verdict-message.js';

/** What of a verdict comes from the judgement alone, not from the state of its key: what counting again must give again. */
export interface JudgedPart {
  readonly risk_score: number;
  readonly confidence: number | null;
  readonly actor: VerdictMessage['actor'] | null;
  readonly campaign: string | null;
  readonly reasons: readonly VerdictReason[];
  readonly evidence: VerdictEvidence;
}

/** As a message tells it; null where a verdict only expired, for which nothing was counted. */
export function recordedPart(message: VerdictMessage | LiftedMessage): JudgedPart | null {
  const { reasons, evidence, risk_score: score } = message;
  if (reasons === undefined || evidence === undefined || score === undefined) return null;
  return { risk_score: score, ...inForcePart(message), reasons, evidence };
}

/** What only the message of a verdict in force has. */
function inForcePart(
  message: VerdictMessage | LiftedMessage,
): Pick<JudgedPart, 'confidence' | 'actor' | 'campaign'> {
  if (!('intent' in message)) return { confidence: null, actor: null, campaign: null };
  const { intent, actor, campaign } = message;
  return { confidence: intent.confidence, actor, campaign };
}

/** As a judgement gives it; `recorded` says which parts its message has. */
export function judgedPart(
  judgement: TracedJudgement,
  context: Pick<VerdictContext, 'query' | 'snapshot' | 'windowFrom' | 'asOf'>,
  recorded: JudgedPart,
): JudgedPart {
  const { nature, verification } = judgement;
  return {
    risk_score: judgement.score,
    confidence: recorded.confidence === null ? null : judgement.confidence,
    actor: recorded.actor === null ? null : { class: nature, verification },
    campaign: recorded.actor === null ? null : judgement.campaign,
    reasons: judgement.evidence.map(reasonOf),
    evidence: evidenceOf(judgement, context),
  };
}
