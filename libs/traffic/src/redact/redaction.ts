/** What kind of secret a value is; named in `AccessEvent.redactions` behind the place it stood in. */
export type SecretKind =
  | 'account'
  | 'card'
  | 'code'
  | 'cookie'
  | 'email'
  | 'iban'
  | 'identity'
  | 'jwt'
  | 'key'
  | 'opaque'
  | 'password'
  | 'phone'
  | 'session'
  | 'signature'
  | 'token';

/** Text without its secrets, and what they were: `query:token`, sorted and distinct. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly string[];
}

/** A secret inside a text, from `start` up to and without `end`. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

const MARKER_BEGIN = '~redacted:';
/** 32 bits: among 10,000 distinct secrets one collision is expected in 86 sources. */
const HASH_LENGTH = 8;

/** Stands for a secret: equal secrets of one source have equal markers, and nothing leads back. */
export function marker(secret: string, keyedHash: (value: string) => string): string {
  return `${MARKER_BEGIN}${keyedHash(secret).slice(0, HASH_LENGTH)}~`;
}

/** Whether the text at a position is a marker already, so that redacting twice changes nothing. */
export function isMarkerAt(text: string, at: number): boolean {
  if (!text.startsWith(MARKER_BEGIN, at)) return false;
  const close = text.indexOf('~', at + MARKER_BEGIN.length);
  return close > 0 && close - at - MARKER_BEGIN.length <= HASH_LENGTH;
}

/** Nothing to hide. */
export function unredacted(text: string): Redacted {
  return { text, redactions: NOTHING };
}

const NOTHING: readonly string[] = [];

/** Replaces spans by markers; of spans that overlap the first wins. */
export function replaceSpans(
  text: string,
  spans: readonly SecretSpan[],
  keyedHash: (value: string) => string,
): { text: string; kinds: SecretKind[] } {
  let replaced = '';
  let done = 0;
  const kinds: SecretKind[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < done) continue;
    replaced += text.slice(done, span.start) + marker(text.slice(span.start, span.end), keyedHash);
    done = span.end;
    kinds.push(span.kind);
  }
  return { text: replaced + text.slice(done), kinds };
}
