import { type Judgement, type Policy, type VerdictState } from '#libs/intent';
import { subjectOf } from './verdict-subject.js';
import { type VerdictMessage } from './verdict-message.js';

/** What an encoder needs to know beyond the judgement and the state. Times in milliseconds since the epoch. */
export interface VerdictContext {
  readonly verdictId: string;
  readonly tenant: string;
  readonly windowFrom: number;
  readonly asOf: number;
  readonly query: string;
  readonly policy: Policy;
}

/** The message that tells consumers of a verdict in force. */
export function encodeVerdict(
  state: VerdictState,
  judgement: Judgement,
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
      oat: state.intent.stance === 'malicious' ? [String(state.intent.class)] : [],
      confidence: judgement.confidence,
    },
    actor: { class: judgement.nature, verification: judgement.verification },
    risk_score: state.score,
    campaign: judgement.campaign,
    reasons: judgement.evidence,
    evidence: evidenceOf(judgement, context),
    issued_at: iso(context.asOf),
    expires_at: state.expiresAt === null ? null : iso(state.expiresAt),
    ttl_seconds: state.expiresAt === null ? 0 : Math.round((state.expiresAt - context.asOf) / 1000),
    policy: { name: 'default', version: context.policy.version },
  };
}

function evidenceOf({ features }: Judgement, context: VerdictContext): VerdictMessage['evidence'] {
  return {
    query: context.query,
    window_start: iso(context.windowFrom),
    window_end: iso(context.asOf),
    requests: features.requests,
    first_seen: iso(features.firstSeen),
    last_seen: iso(features.lastSeen),
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
