import { marker, type Redacted, unredacted } from './redaction.js';
import { mayHoldSecret } from './may-hold-secret.js';
import { redactPath } from './redact-path.js';
import { places, redactQuery } from './redact-query.js';
import { redactSecrets } from './redact-text.js';

/** A referer without secrets: user name and password before the host, path, query and fragment. */
export function redactReferer(referer: string, keyedHash: (value: string) => string): Redacted {
  if (referer === '') return unredacted('');
  const scheme = referer.indexOf('://');
  if (isPlainUrl(referer, scheme)) return unredacted(referer);
  if (scheme < 1 || scheme > 8) return redactFreeText(referer, keyedHash);
  const authorityEnd = endOfAuthority(referer, scheme + 3);
  const site = redactUserInfo(referer.slice(0, authorityEnd), scheme + 3, keyedHash);
  const url = referer.slice(authorityEnd);
  const question = url.search(/[?#]/);
  const path = redactPath(question < 0 ? url : url.slice(0, question), keyedHash);
  const rest = question < 0 ? unredacted('') : redactQuery(url.slice(question + 1), keyedHash);
  const kinds = [...site.redactions, ...path.redactions, ...rest.redactions];
  if (kinds.length === 0) return unredacted(referer);
  const separator = question < 0 ? '' : url.charAt(question);
  return { text: `${site.text}${path.text}${separator}${rest.text}`, redactions: asReferer(kinds) };
}

/** A site and a path with nothing in it that could be a secret: most referers. */
function isPlainUrl(referer: string, scheme: number): boolean {
  if (scheme < 1 || scheme > 8 || referer.includes('#')) return false;
  return !mayHoldSecret(referer.slice(scheme + 3));
}

function redactFreeText(text: string, keyedHash: (value: string) => string): Redacted {
  const inside = redactSecrets(text, keyedHash);
  if (inside.kinds.length === 0) return unredacted(text);
  return { text: inside.text, redactions: places('referer', inside.kinds) };
}

function endOfAuthority(url: string, from: number): number {
  const end = url.slice(from).search(/[/?#]/);
  return end < 0 ? url.length : from + end;
}

function redactUserInfo(
  site: string,
  from: number,
  keyedHash: (value: string) => string,
): Redacted {
  const at = site.lastIndexOf('@');
  if (at < from) return unredacted(site);
  const hidden = marker(site.slice(from, at), keyedHash);
  return { text: site.slice(0, from) + hidden + site.slice(at), redactions: ['referer:password'] };
}

/** `query:token` → `referer:token`. */
function asReferer(redactions: readonly string[]): string[] {
  const renamed = redactions.map((name) => `referer:${name.slice(name.indexOf(':') + 1)}`);
  return [...new Set(renamed)].sort();
}
