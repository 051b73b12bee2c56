import { type TracedJudgement, type VerdictState } from '#libs/intent';
import { type VerdictContext } from './verdict-context.js';
import { evidenceOf } from './evidence-of.js';
import { reasonOf } from './reason-of.js';
import { type LiftCause, type LiftedMessage } from './verdict-message.js';

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
    cause: causeOf(state, judgement),
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

function causeOf(
  { because }: Pick<VerdictState, 'because'>,
  judgement: TracedJudgement | null,
): LiftCause {
  const known = CAUSES[because];
  if (known !== undefined) return known;
  if (because.startsWith('allow.'))
    return judgement?.nature === 'verified_bot' ? 'verified' : 'allowed';
  if ((judgement?.peopleSharing ?? 0) > 0) return 'people_share_it';
  return because.startsWith('rules.') ? 'policy' : 'risk_fell';
}

/** By the part of the policy, or the event, that ended the verdict. */
const CAUSES: Readonly<Partial<Record<string, LiftCause>>> = {
  expired: 'expired',
  superseded: 'superseded',
  appeal: 'appeal',
  overrides: 'override',
  stopped: 'stopped',
};
