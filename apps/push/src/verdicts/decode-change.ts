import { type VerdictChange, type VerdictMessage } from '#libs/enforcement';

interface TopicMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
}

/** A message of the verdict topic; null where it is none that this version understands. */
export function decodeChange({ key, value, headers }: TopicMessage): VerdictChange | null {
  if (key === null) return null;
  const name = key.toString();
  if (value === null) {
    const revision = Number(headers['ce_revision']?.toString() ?? NaN);
    return { key: name, revision: Number.isSafeInteger(revision) ? revision : null, message: null };
  }
  const message = parsed(value);
  return message === null ? null : { key: name, revision: message.revision, message };
}

function parsed(value: Buffer): VerdictMessage | null {
  try {
    const message = JSON.parse(value.toString()) as VerdictMessage;
    return isUnderstood(message) ? message : null;
  } catch {
    return null;
  }
}

/** What is relied on here. Additions of later 1.x are ignored; a 2.0 is somebody else's. */
function isUnderstood(message: VerdictMessage): boolean {
  const { schema_version: version, revision, subject, expires_at: expires } = message;
  return (
    (version as string).startsWith('1.') &&
    Number.isSafeInteger(revision) &&
    Array.isArray(subject.enforce_as) &&
    (expires === null || !Number.isNaN(Date.parse(expires))) &&
    [message.risk_score, message.evidence.requests].every(Number.isFinite)
  );
}
