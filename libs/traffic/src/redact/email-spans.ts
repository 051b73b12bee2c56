import { type SecretSpan } from './redaction.js';

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** Endings that make `icon@2x.png` a file and no address. */
const FILE_ENDINGS = new Set(
  'png jpg jpeg gif webp svg avif ico js mjs css map json html htm xml php'.split(' '),
);

/** E-mail addresses in a text, found outwards from each `@`. */
export function emailSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const end = domainEnd(text, at + 1);
    if (start < at && isDomain(text.slice(at + 1, end))) spans.push({ start, end, kind: 'email' });
  }
  return spans;
}

function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charCodeAt(start - 1))) start--;
  return start;
}

function domainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < LONGEST_DOMAIN && isDomainCode(text.charCodeAt(end)))
    end++;
  while (end > from && text.charCodeAt(end - 1) === 46) end--;
  return end;
}

function isDomain(domain: string): boolean {
  const dot = domain.lastIndexOf('.');
  const top = domain.slice(dot + 1).toLowerCase();
  return dot > 0 && top.length >= 2 && /^[a-z-]+$/.test(top) && !FILE_ENDINGS.has(top);
}

/** Letters, digits and `. _ + -`, and everything beyond ASCII. */
function isLocal(code: number): boolean {
  return isDomainCode(code) || code === 95 || code === 43;
}

function isDomainCode(code: number): boolean {
  const lower = code | 32;
  const letter = lower >= 97 && lower <= 122;
  return letter || (code >= 48 && code <= 57) || code === 45 || code === 46 || code > 127;
}
