import { type SecretSpan } from './redaction.js';

const SHORTEST_PART = 4;

/** JSON web tokens: `eyJ…` (`{"`), a dot, a second part, and perhaps more. */
export function jwtSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (let at = text.indexOf('eyJ'); at >= 0; at = text.indexOf('eyJ', at + 3)) {
    const header = partEnd(text, at);
    if (text.charCodeAt(header) !== 46) {
      at = Math.max(at, header - 3);
      continue;
    }
    let end = partEnd(text, header + 1);
    if (end - header <= SHORTEST_PART) continue;
    while (text.charCodeAt(end) === 46) end = partEnd(text, end + 1);
    spans.push({ start: at, end, kind: 'jwt' });
    at = end - 3;
  }
  return spans;
}

/** End of a run of base64url characters. */
function partEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isBase64Url(text.charCodeAt(end))) end++;
  return end;
}

function isBase64Url(code: number): boolean {
  const lower = code | 32;
  const digit = code >= 48 && code <= 57;
  return (lower >= 97 && lower <= 122) || digit || code === 45 || code === 95;
}
