import { redactPath } from './redact-path.js';
import { redactQuery } from './redact-query.js';
import { redactReferer } from './redact-referer.js';

/** The places of a request in which URLs carry secrets; `query` without its `?`. */
export interface UrlParts {
  readonly path: string;
  readonly query: string;
  readonly referer: string;
}

/** The same without secrets, and what was replaced: `query:token`, `path:email`, sorted and distinct. */
export interface RedactedUrl extends UrlParts {
  readonly redactions: readonly string[];
}

/**
 * Replaces passwords, tokens, codes, keys, session and account ids (by the parameter's name), and
 * JSON web tokens, e-mail addresses, card numbers, IBANs and long random values (by their shape) with
 * `~redacted:<first 8 of the keyed hash>~`. Linear time; idempotent; never throws.
 */
export function redactUrl(url: UrlParts, keyedHash: (value: string) => string): RedactedUrl {
  const path = redactPath(url.path, keyedHash);
  const query = redactQuery(url.query, keyedHash);
  const referer = redactReferer(url.referer, keyedHash);
  const redactions = [...path.redactions, ...query.redactions, ...referer.redactions].sort();
  return { path: path.text, query: query.text, referer: referer.text, redactions };
}
