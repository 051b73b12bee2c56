import { type TracedJudgement, type VerdictState } from '#libs/intent';
import { type VerdictContext } from './verdict-context.js';
import { evidenceOf } from './evidence-of.js';
import { reasonOf } from './reason-of.js';
import { type LiftedMessage } from './verdict-message.js';

/**
 * The message that tells the change topic that a verdict was lifted, and by what: by the judgement, or by its
 * expiry, where there is no judgement. On the compacted topic a lifted verdict is a null value.
 */
export function encodeLifted(
  state: VerdictState,
  judgement: TracedJudgement | null,
  context: VerdictContext,
): LiftedMessage {
  return {
    schema_version: '1.0',
    verdict_id: context.verdictId,
    revision: state.revision,
    tenant: context.tenant,
    subject: { type: state.keyType, value: state.key },
    action: 'allow',
    lifted: true,
    cause: causeOf(judgement),
    issued_at: new Date(context.asOf).toISOString(),
    ...(judgement !== null && {
      risk_score: judgement.score,
      reasons: judgement.evidence.map(reasonOf),
      evidence: evidenceOf(judgement, context),
    }),
    model: { name: 'log-odds', version: context.model },
    policy: { name: 'default', version: context.policy.version },
  };
}

function causeOf(judgement: TracedJudgement | null): LiftedMessage['cause'] {
  if (judgement === null) return 'expired';
  if (judgement.nature === 'verified_bot') return 'verified';
  return judgement.peopleSharing > 0 ? 'people_share_it' : 'risk_fell';
}
