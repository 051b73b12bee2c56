import { cardSpans } from './card-spans.js';
import { emailSpans } from './email-spans.js';
import { ibanSpans } from './iban-spans.js';
import { jwtSpans } from './jwt-spans.js';
import { pairSpans } from './pair-spans.js';
import { replaceSpans, type SecretKind, type SecretSpan } from './redaction.js';

/**
 * Free text (rejected lines, binary request lines) without the secrets that tell themselves: named values
 * (`token=`, `"password":`, `Cookie:`), JSON web tokens, e-mail addresses, card numbers, IBANs.
 * Each is replaced by `~redacted:<first 8 of its keyed hash>~`. Linear time; idempotent.
 */
export function redactText(text: string, keyedHash: (value: string) => string): string {
  return text === '' ? text : redactSecrets(text, keyedHash).text;
}

/** The same, with the kinds found. */
export function redactSecrets(
  text: string,
  keyedHash: (value: string) => string,
): { text: string; kinds: SecretKind[] } {
  const spans = [...pairSpans(text), ...shapeSpans(text)];
  return spans.length === 0 ? { text, kinds: [] } : replaceSpans(text, spans, keyedHash);
}

/** Secrets told by their shape alone. */
function shapeSpans(text: string): SecretSpan[] {
  const spans = [...emailSpans(text), ...jwtSpans(text)];
  return text.length < 13 ? spans : [...spans, ...cardSpans(text), ...ibanSpans(text)];
}
