import { percentDecode, percentDecodeTwice } from '../percent-decode.js';
import { mayHoldSecret } from './may-hold-secret.js';
import { isOpaque } from './opaque-value.js';
import { isMarkerAt, marker, type Redacted, type SecretKind, unredacted } from './redaction.js';
import { redactSecrets } from './redact-text.js';
import { sensitiveKey } from './sensitive-key.js';

/** A query (without `?`) with the values of sensitive parameters, and secrets inside others, replaced. */
export function redactQuery(query: string, keyedHash: (value: string) => string): Redacted {
  if (query === '') return unredacted('');
  const kinds: SecretKind[] = [];
  let redacted = '';
  let done = 0;
  for (let start = 0; start <= query.length;) {
    const end = pairEnd(query, start);
    const pair = redactPair(query, start, end, keyedHash, kinds);
    if (pair !== null) {
      redacted += query.slice(done, start) + pair;
      done = end;
    }
    start = end + 1;
  }
  if (kinds.length === 0) return unredacted(query);
  return { text: redacted + query.slice(done), redactions: places('query', kinds) };
}

/** `place:kind`, sorted and distinct. */
export function places(place: string, kinds: readonly SecretKind[]): string[] {
  return [...new Set(kinds.map((kind) => `${place}:${kind}`))].sort();
}

function pairEnd(query: string, from: number): number {
  for (let at = from; at < query.length; at++) {
    const code = query.charCodeAt(at);
    if (code === 38 || code === 59) return at;
  }
  return query.length;
}

/** The pair with its secrets replaced, or null where it holds none. */
function redactPair(
  query: string,
  start: number,
  end: number,
  keyedHash: (value: string) => string,
  kinds: SecretKind[],
): string | null {
  const equals = query.indexOf('=', start);
  const valueStart = equals >= 0 && equals < end ? equals + 1 : start;
  if (valueStart === end || isMarkerAt(query, valueStart)) return null;
  const value = query.slice(valueStart, end);
  const kind = secretKind(query.slice(start, Math.max(start, valueStart - 1)), value);
  if (kind !== '') {
    kinds.push(kind);
    return query.slice(start, valueStart) + marker(percentDecode(value), keyedHash);
  }
  const inner = mayHoldSecret(value) ? redactInside(value, keyedHash, kinds) : null;
  return inner === null ? null : query.slice(start, valueStart) + inner;
}

/** Whether the value as a whole is a secret, by its key or by its looks. */
function secretKind(key: string, value: string): SecretKind | '' {
  const kind = sensitiveKey(key);
  return kind === '' && isOpaque(value) ? 'opaque' : kind;
}

function redactInside(
  value: string,
  keyedHash: (value: string) => string,
  kinds: SecretKind[],
): string | null {
  const decoded = percentDecodeTwice(value.replaceAll('+', ' '));
  const inside = redactSecrets(decoded, keyedHash);
  if (inside.kinds.length === 0) return null;
  kinds.push(...inside.kinds);
  return encodeAgain(inside.text);
}

/** Encodes what would end or alter a value of a query. */
function encodeAgain(text: string): string {
  return text.replace(/[%&;#+\s]/g, (character) => encodeURIComponent(character));
}
