import { type TracedJudgement, type VerdictState } from '#libs/intent';
import { evidenceOf } from './evidence-of.js';
import { reasonOf } from './reason-of.js';
import { type VerdictContext } from './verdict-context.js';
import { type VerdictMessage } from './verdict-message.js';
import { subjectOf } from './verdict-subject.js';

/** The message that tells consumers of a verdict in force. */
export function encodeVerdict(
  state: VerdictState,
  judgement: TracedJudgement,
  context: VerdictContext,
): VerdictMessage {
  const { features } = judgement;
  const perAgent = judgement.keyType === 'address_user_agent';
  return {
    schema_version: '1.0',
    verdict_id: context.verdictId,
    revision: state.revision,
    tenant: context.tenant,
    site: '*',
    subject: subjectOf(judgement.keyType, judgement.key, features.address),
    match: perAgent ? { user_agent: features.userAgent } : null,
    action: state.action,
    mode: 'enforce',
    intent: {
      stance: state.intent.stance,
      oat: threatsOf(state, judgement),
      confidence: judgement.confidence,
    },
    actor: { class: judgement.nature, verification: judgement.verification },
    risk_score: state.score,
    campaign: judgement.campaign,
    reasons: judgement.evidence.map(reasonOf),
    evidence: evidenceOf(judgement, context),
    issued_at: iso(context.asOf),
    expires_at: state.expiresAt === null ? null : iso(state.expiresAt),
    ttl_seconds: state.expiresAt === null ? 0 : Math.round((state.expiresAt - context.asOf) / 1000),
    model: { name: 'log-odds', version: context.model },
    policy: { name: 'default', version: context.policy.version },
  };
}

/** The threat that the verdict is for, then whatever else the visitor is likely there for. */
function threatsOf({ intent }: VerdictState, { intents }: TracedJudgement): string[] {
  if (intent.stance !== 'malicious') return [];
  return [...new Set([String(intent.class), ...intents.map((one) => one.class)])];
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
