import { mayHoldSecret, SECRET_FOLLOWS, SHORTEST_LINK_SECRET } from './may-hold-secret.js';
import { percentDecodeTwice } from '../percent-decode.js';
import { isOpaque } from './opaque-value.js';
import { isMarkerAt, marker, type Redacted, type SecretKind, unredacted } from './redaction.js';
import { redactSecrets } from './redact-text.js';
import { places } from './redact-query.js';

/** A path with the secrets in its segments replaced: e-mail addresses, tokens of mailed links, `;jsessionid=`. */
export function redactPath(path: string, keyedHash: (value: string) => string): Redacted {
  if (!mayHoldSecret(path)) return unredacted(path);
  const kinds: SecretKind[] = [];
  const segments = path.split('/');
  const redacted = segments.map((segment, index) =>
    redactSegment(segment, segments[index - 1] ?? '', keyedHash, kinds),
  );
  if (kinds.length === 0) return unredacted(path);
  return { text: redacted.join('/'), redactions: places('path', kinds) };
}

function redactSegment(
  segment: string,
  before: string,
  keyedHash: (value: string) => string,
  kinds: SecretKind[],
): string {
  if (segment.length < 6 || isMarkerAt(segment, 0)) return segment;
  if (isOpaque(segment) || isLinkSecret(segment, before)) {
    kinds.push('opaque');
    return marker(segment, keyedHash);
  }
  const inside = redactSecrets(percentDecodeTwice(segment), keyedHash);
  if (inside.kinds.length === 0) return segment;
  kinds.push(...inside.kinds);
  return inside.text.replace(/[%/?#\s]/g, (character) => encodeURIComponent(character));
}

function isLinkSecret(segment: string, before: string): boolean {
  if (segment.length < SHORTEST_LINK_SECRET || !SECRET_FOLLOWS.test(before)) return false;
  return /\d/.test(segment) && /^[\w~=+-]+$/.test(segment);
}
