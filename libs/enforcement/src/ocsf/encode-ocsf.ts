import { type LiftedMessage, type VerdictMessage } from '../verdict-message.js';
import {
  type ActivityId,
  type DetectionFinding,
  type Observable,
  type SeverityId,
} from './detection-finding.js';

const ACTIVITY = { create: 1, update: 2, close: 3 } as const;
const STATUS = { inProgress: 2, suppressed: 3, resolved: 4 } as const;

/** A value of the change topic as a finding that a SIEM understands. A simulated verdict is suppressed, and no alert. */
export function encodeOcsf(message: VerdictMessage | LiftedMessage): DetectionFinding {
  return 'lifted' in message ? closed(message) : open(message);
}

function open(message: VerdictMessage): DetectionFinding {
  const { evidence, subject, intent, action } = message;
  const enforced = message.mode === 'enforce';
  return {
    ...frame(message, message.revision === 1 ? ACTIVITY.create : ACTIVITY.update),
    severity_id: severityOf(message),
    status_id: enforced ? STATUS.inProgress : STATUS.suppressed,
    is_alert: enforced && intent.stance === 'malicious',
    confidence_score: Math.round(intent.confidence * 100),
    risk_score: message.risk_score,
    message: `${action} ${subject.type} ${subject.value}`,
    finding_info: {
      uid: uidOf(message),
      title: intent.oat[0] ?? intent.stance,
      desc: message.reasons.map(({ text }) => text).join('; '),
      types: intent.oat,
      first_seen_time: Date.parse(evidence.first_seen),
      last_seen_time: Date.parse(evidence.last_seen),
    },
    evidences: message.reasons.map((reason) => ({
      ...(subject.parts.address !== undefined && { src_endpoint: { ip: subject.parts.address } }),
      data: { ...reason, query: evidence.query, snapshot: evidence.snapshot },
    })),
    observables: observablesOf(subject.parts),
    unmapped: {
      subject: subject.parts,
      action,
      mode: message.mode,
      actor: message.actor,
      campaign: message.campaign,
      expires_at: message.expires_at,
      revision: message.revision,
    },
  };
}

function closed(message: LiftedMessage): DetectionFinding {
  return {
    ...frame(message, ACTIVITY.close),
    severity_id: 1,
    status_id: STATUS.resolved,
    is_alert: false,
    ...(message.risk_score !== undefined && { risk_score: message.risk_score }),
    message: `lifted ${message.subject.type} ${message.subject.value}: ${message.cause}`,
    finding_info: { uid: uidOf(message), title: 'lifted', desc: message.cause, types: [] },
    evidences: [],
    observables: [],
    unmapped: { cause: message.cause, revision: message.revision },
  };
}

type Frame = 'category_uid' | 'class_uid' | 'type_uid' | 'activity_id' | 'time' | 'metadata';

function frame(
  message: VerdictMessage | LiftedMessage,
  activity: ActivityId,
): Pick<DetectionFinding, Frame> {
  return {
    category_uid: 2,
    class_uid: 2004,
    type_uid: 200_400 + activity,
    activity_id: activity,
    time: Date.parse(message.issued_at),
    metadata: {
      version: '1.3.0',
      product: { name: 'Wherefore', vendor_name: 'Wherefore' },
      uid: message.verdict_id,
      tenant_uid: message.tenant,
    },
  };
}

function uidOf({ tenant, subject }: VerdictMessage | LiftedMessage): string {
  return `${tenant}/${subject.type}/${subject.value}`;
}

/** As severe as what is to be done about it: blocking is high, from a risk of 95 on critical. */
function severityOf({ action, risk_score }: VerdictMessage): SeverityId {
  if (action === 'block') return risk_score >= 95 ? 5 : 4;
  if (action === 'challenge' || action === 'throttle') return 3;
  return action === 'monitor' ? 2 : 1;
}

/** OCSF 1.3: IP address, subnet, HTTP user agent. */
const OBSERVABLE_TYPES: Readonly<Record<string, Observable['type_id']>> = {
  address: 2,
  prefix: 12,
  user_agent: 16,
};

function observablesOf(parts: VerdictMessage['subject']['parts']): Observable[] {
  return Object.entries(parts).map(([name, value]): Observable => {
    const type = OBSERVABLE_TYPES[name] ?? 99;
    return { name: `unmapped.subject.${name}`, type_id: type, value: String(value) };
  });
}
