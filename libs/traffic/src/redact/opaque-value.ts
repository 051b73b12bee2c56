/** Shorter values are cache busters and ids as often as secrets. */
const SHORTEST = 40;

/**
 * Whether a value is long and random-looking: 40 or more base64 characters with upper case, lower case
 * and digits among them. Nobody reads such a value, and whoever holds it may be somebody.
 */
export function isOpaque(value: string): boolean {
  if (value.length < SHORTEST) return false;
  let classes = 0;
  let punctuation = 0;
  for (let at = 0; at < value.length; at++) {
    const seen = classOf(value.charCodeAt(at));
    if (seen < 0) return false;
    classes |= seen;
    if (seen === 0) punctuation++;
  }
  // Base64url has two such characters in 64; words joined by hyphens have one in six.
  return classes === 7 && punctuation * 10 <= value.length;
}

/** `- _ + =` */
const PUNCTUATION = new Set([45, 95, 43, 61]);

/** 1 digit, 2 upper case, 4 lower case, 0 base64 punctuation, -1 anything else. */
function classOf(code: number): number {
  if (code >= 48 && code <= 57) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 97 && code <= 122) return 4;
  return PUNCTUATION.has(code) ? 0 : -1;
}
