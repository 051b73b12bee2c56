import { type SecretSpan } from './redaction.js';

/** Length of an IBAN by country: SWIFT IBAN registry, European and neighbouring countries. */
const LENGTHS = new Map(
  'AD24 AE23 AL28 AT20 BA20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FO18 FR27 GB22 GI23 GL18 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TR26 UA29'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

const LONGEST_WITH_SPACES = 42;

/** International bank account numbers with valid check digits (ISO 13616), plain or in groups of four. */
export function ibanSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (let at = 0; at < text.length - 14; at++) {
    if (!isDigit(text.charCodeAt(at + 2)) || !isLetter(text.charCodeAt(at))) continue;
    if (!isDigit(text.charCodeAt(at + 3)) || isAlnum(text.charCodeAt(at - 1))) continue;
    const end = ibanEnd(text, at);
    if (end < 0) continue;
    spans.push({ start: at, end, kind: 'iban' });
    at = end;
  }
  return spans;
}

function ibanEnd(text: string, start: number): number {
  const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return -1;
  let compact = '';
  let at = start;
  while (compact.length < length && at - start < LONGEST_WITH_SPACES) {
    const code = text.charCodeAt(at);
    if (isAlnum(code)) compact += text.charAt(at);
    else if (code !== 32) return -1;
    at++;
  }
  if (compact.length < length || isAlnum(text.charCodeAt(at))) return -1;
  return hasCheckDigits(compact.toUpperCase()) ? at : -1;
}

/** The number formed by moving four characters to the end leaves 1 modulo 97. */
function hasCheckDigits(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isAlnum(code: number): boolean {
  return isDigit(code) || isLetter(code);
}
