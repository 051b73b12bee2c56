import { parseRecord } from '../scan/parse-record.js';
import { base64UrlText } from './base64url-text.js';

/** Longer payloads are not looked at: a header of 8 KiB is what servers take by default. */
const LONGEST_PAYLOAD = 8_192;

/**
 * A claim of a JSON web token, with or without `Bearer ` before it; a dotted name goes into objects unless it is a claim's
 * name as it stands. The signature is not checked: the servers behind the log have done so, or have answered 401.
 * `''` where there is no such token or claim, or the claim is neither text nor number.
 */
export function jwtClaim(text: string, claim: string): string {
  const first = text.indexOf('.');
  const second = first < 0 ? -1 : text.indexOf('.', first + 1);
  if (second < 0 || second - first > LONGEST_PAYLOAD) return '';
  const payload = base64UrlText(text.slice(first + 1, second));
  const claims = payload.startsWith('{') ? parseRecord(payload) : null;
  if (claims === null) return '';
  const value = own(claims, claim) ?? inside(claims, claim.split('.'));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function inside(claims: unknown, path: readonly string[]): unknown {
  let value = claims;
  for (const name of path) value = own(value, name);
  return value;
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
