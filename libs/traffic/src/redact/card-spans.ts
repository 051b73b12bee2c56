import { type SecretSpan } from './redaction.js';

const FEWEST_DIGITS = 13;
const MOST_DIGITS = 19;

/**
 * Payment card numbers: 13 to 19 digits, alone or grouped by single spaces or hyphens, with an issuer
 * prefix and length of ISO/IEC 7812 practice and a valid Luhn digit.
 */
export function cardSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = digitsEnd(text, at);
    if (end - at >= FEWEST_DIGITS && isCard(text, at, end))
      spans.push({ start: at, end, kind: 'card' });
    at = end;
  }
  return spans;
}

/** End of a run of digits with single separators between them. */
function digitsEnd(text: string, from: number): number {
  let end = from;
  while (
    isDigit(text.charCodeAt(end)) ||
    (isSeparator(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1)))
  ) {
    end++;
  }
  return end;
}

function isCard(text: string, start: number, end: number): boolean {
  if (isWord(text.charCodeAt(start - 1)) || isWord(text.charCodeAt(end))) return false;
  if (end - start > 2 * MOST_DIGITS) return false;
  const digits = text.slice(start, end).replace(/[ -]/g, '');
  return isIssued(digits) && hasLuhnDigit(digits);
}

function isIssued(digits: string): boolean {
  return ISSUED.some(
    ({ lengths, prefix }) => lengths.includes(digits.length) && prefix.test(digits),
  );
}

/** Visa, Mastercard, American Express, Diners, JCB, Discover/Maestro/UnionPay: prefixes and lengths. */
const ISSUED: readonly { lengths: readonly number[]; prefix: RegExp }[] = [
  { lengths: [13, 16, 19], prefix: /^4/ },
  { lengths: [16], prefix: /^(5[1-5]|2[2-7])/ },
  { lengths: [15], prefix: /^3[47]/ },
  { lengths: [14], prefix: /^3[0689]/ },
  { lengths: [16], prefix: /^35/ },
  { lengths: [16, 17, 18, 19], prefix: /^6/ },
];

function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 45;
}

/** Letters, digits and the decimal point: beside them a run of digits is part of something else. */
function isWord(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || isDigit(code) || code === 46;
}
