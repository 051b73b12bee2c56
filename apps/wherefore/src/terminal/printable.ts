/**
 * Text from a log as it may be shown on a terminal: control characters, escape sequences and direction overrides become `·`,
 * and at most `limit` characters are kept.
 */
export function printable(text: string, limit = 200): string {
  const safe = text.slice(0, limit).replace(UNPRINTABLE, '·');
  return text.length > limit ? `${safe}…` : safe;
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu;
