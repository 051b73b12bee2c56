import {
  type BlastRadius,
  overrideOf,
  type TracedJudgement,
  type VerdictState,
} from '#libs/intent';
import { evidenceOf } from './evidence-of.js';
import { reasonOf } from './reason-of.js';
import { type VerdictContext } from './verdict-context.js';
import { verdictKey } from './verdict-key.js';
import {
  type VerdictBlastRadius,
  type VerdictMessage,
  type VerdictOverride,
} from './verdict-message.js';
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
    mode: state.mode,
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
    policy: { name: 'default', version: context.policy.version, rule: state.because },
    blast_radius: blastRadiusOf(context),
    supersedes: (context.supersedes ?? []).map(({ keyType, key }) =>
      verdictKey(context.tenant, keyType, key),
    ),
    override: overrideFor(state, context),
  };
}

function blastRadiusOf({ blastRadius }: VerdictContext): VerdictBlastRadius | null {
  if (blastRadius === undefined || blastRadius === null) return null;
  return { ...othersOf(blastRadius), address_only: othersOf(blastRadius.addressOnly) };
}

function othersOf({
  visitors,
  people,
  verifiedBots,
}: BlastRadius['addressOnly']): VerdictBlastRadius['address_only'] {
  return { visitors, people, verified_bots: verifiedBots };
}

function overrideFor(
  state: VerdictState,
  { policy, asOf }: VerdictContext,
): VerdictOverride | null {
  const override = overrideOf(state, policy, asOf);
  if (override === null || state.because !== 'overrides') return null;
  return { by: override.by, reason: override.reason, until: iso(override.until) };
}

/** The threat that the verdict is for, then whatever else the visitor is likely there for. */
function threatsOf({ intent }: VerdictState, { intents }: TracedJudgement): string[] {
  if (intent.stance !== 'malicious') return [];
  return [...new Set([String(intent.class), ...intents.map((one) => one.class)])];
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
