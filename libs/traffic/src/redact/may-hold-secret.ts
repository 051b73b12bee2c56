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
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? PLAIN;
    if (kind === PLAIN) continue;
    if (kind === OPENING) return true;
    if (kind === DIGIT) digits++;
    else {
      if (isTelling(text, start, at, digits)) return true;
      digits = 0;
      start = at + 1;
    }
  }
  return isTelling(text, start, text.length, digits);
}

const PLAIN = 0;
const DIGIT = 1;
const SLASH = 2;
/** `@ % = :` */
const OPENING = 3;

/** What each ASCII character is to this. */
const KINDS = kindsOfCharacters();

function kindsOfCharacters(): Uint8Array {
  const kinds = new Uint8Array(128);
  kinds.fill(DIGIT, 48, 58);
  kinds[47] = SLASH;
  for (const character of '@%=:') kinds[character.charCodeAt(0)] = OPENING;
  return kinds;
}

function isTelling(text: string, start: number, end: number, digits: number): boolean {
  const length = end - start;
  if (length < FEWEST_CARD_DIGITS) return false;
  if (digits >= FEWEST_CARD_DIGITS || length >= SHORTEST_OPAQUE) return true;
  if (length < SHORTEST_IBAN) return false;
  const part = text.slice(start, end);
  if (part.includes('eyJ') || (digits > 3 && IBAN_BEGINNING.test(part))) return true;
  return digits > 0 && length >= SHORTEST_LINK_SECRET && SECRET_FOLLOWS.test(text.slice(0, start));
}
