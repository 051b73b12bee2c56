import { encodeOcsf, type LiftedMessage, type VerdictMessage } from '#libs/enforcement';

/** One message of the verdict-change topic as an OCSF Detection Finding on one line; null for what is no verdict. */
export function ocsfRecord(value: string | null): string | null {
  const message = value === null ? null : decoded(value);
  return message === null ? null : JSON.stringify(encodeOcsf(message));
}

function decoded(value: string): VerdictMessage | LiftedMessage | null {
  try {
    const message = JSON.parse(value) as Partial<VerdictMessage & LiftedMessage> | null;
    const whole = message?.schema_version === '1.0' && message.subject !== undefined;
    return whole ? (message as VerdictMessage | LiftedMessage) : null;
  } catch {
    return null;
  }
}
