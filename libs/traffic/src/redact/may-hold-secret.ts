/** Words of links that carry their secret in the next segment. */
export const SECRET_FOLLOWS =
  /(reset|confirm|verify|verification|activat|invit|unsubscribe|magic|passw|token|recover)/i;

/** Shortest segment behind such a word that can be a secret rather than a page's name. */
export const SHORTEST_LINK_SECRET = 16;

const FEWEST_CARD_DIGITS = 13;
const SHORTEST_OPAQUE = 40;
/** `NO` and thirteen digits. */
const SHORTEST_IBAN = 15;
const IBAN_BEGINNING = /(?:^|[^a-z\d])[a-z]{2}\d\d/i;

/**
 * A first look at a path or a value: whether any secret of a known shape can be in it. Says yes where
 * there is something to decode or to take apart (`@ % = :`), and where a part between slashes has the
 * digits of a card number, the beginning of an IBAN or a web token, or the length of an opaque token.
 */
export function mayHoldSecret(text: string): boolean {
  let digits = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 64 || code === 37 || code === 61 || code === 58) return true;
    length++;
    if (code !== 47) continue;
    if (length > 13 && isTelling(text, at + 1 - length, at, digits)) return true;
    digits = 0;
    length = 0;
  }
  return length >= 13 && isTelling(text, text.length - length, text.length, digits);
}

function isTelling(text: string, start: number, end: number, digits: number): boolean {
  const length = end - start;
  if (digits >= FEWEST_CARD_DIGITS || length >= SHORTEST_OPAQUE) return true;
  if (length < SHORTEST_IBAN) return false;
  const part = text.slice(start, end);
  if (part.includes('eyJ') || (digits > 3 && IBAN_BEGINNING.test(part))) return true;
  return digits > 0 && length >= SHORTEST_LINK_SECRET && SECRET_FOLLOWS.test(text.slice(0, start));
}
