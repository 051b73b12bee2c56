import { isRecord, textOf } from './json-value.js';

/** More headers than servers take by default (Apache 100, nginx by bytes) are not kept. */
const MOST_HEADERS = 128;

/**
 * Request headers of an object of name → value or list of values; names in lower case. Null where it is
 * no object, or has nothing in it.
 */
export function headersOf(value: unknown): Map<string, string> | null {
  if (!isRecord(value)) return null;
  const headers = new Map<string, string>();
  for (const name of Object.keys(value)) {
    if (headers.size >= MOST_HEADERS) break;
    const text = headerText(value[name]);
    if (text !== '') headers.set(name.toLowerCase(), text);
  }
  return headers.size === 0 ? null : headers;
}

/**
 * A header's value. What Caddy and Traefik write instead of a secret is as good as nothing: taken for a
 * session, it would be the same one for everybody.
 */
export function headerText(value: unknown): string {
  const text = textOf(value);
  return text === 'REDACTED' ? '' : text;
}

/** An object of cookie name → value as a Cookie header; `''` where it is none. */
export function cookieHeaderOf(value: unknown): string {
  if (!isRecord(value)) return '';
  const names = Object.keys(value).slice(0, MOST_HEADERS);
  return names.map((name) => `${name}=${textOf(value[name])}`).join('; ');
}
