import { canonicalAddress } from '../canonical-address.js';
import { readPathWords, roleOfMethod, roleOfWords } from '../path-role.js';
import { type PathRole } from '../path-roles.js';
import { pathTemplate } from '../path-template.js';
import { isHarmlessQuery } from '../probes/harmless-query.js';
import { queryRole } from '../query-role.js';
import { redactPath } from '../redact/redact-path.js';
import { redactQuery } from '../redact/redact-query.js';
import { redactReferer } from '../redact/redact-referer.js';
import { requestProbe, type RequestProbe } from '../request-probe.js';
import { isIpv4 } from '../scan/ipv4.js';

/** What a plain path tells of requests with one method. */
export interface PlainPath {
  readonly template: string;
  readonly role: PathRole;
  /** The role before method and query are looked at. */
  readonly wordsRole: PathRole;
  readonly probe: RequestProbe;
}

/** Printable ASCII but for what is quoted or escaped in logs. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Plain texts are stored as they are, below every cap. */
const LONGEST = 1_024;
const SENDING = /^(POST|PUT|PATCH)$/;
/** Never comes to the store: where something was hashed, the piece is not plain. */
const NO_HASH = (): string => '';
/** Stands for any harmless query where only its presence matters. */
const SOME_QUERY = 'x';

/** What is known of a path that holds no secret; null for others, and for `CONNECT`, whose target is none. */
export function plainPath(method: string, path: string): PlainPath | null {
  if (method === 'CONNECT') return null;
  if (!isPlain(path) || path.includes(' ') || redactPath(path, NO_HASH).redactions.length > 0)
    return null;
  const words = readPathWords(path);
  return {
    template: pathTemplate(path),
    role: roleOfWords(words, method, ''),
    wordsRole: roleOfMethod(words, method),
    probe: requestProbe(method, path, '', ''),
  };
}

/** What a plain path looks for with a plain query behind it. */
export function probeBeforeQuery(method: string, path: string): RequestProbe {
  return requestProbe(method, path, SOME_QUERY, '');
}

/** Whether a query holds neither secrets nor probes. */
export function isPlainQuery(query: string): boolean {
  return (
    isPlain(query) && isHarmlessQuery(query) && redactQuery(query, NO_HASH).redactions.length === 0
  );
}

/** What a plain query makes of a path's role; `other` where it changes nothing. */
export function roleOfPlainQuery(method: string, wordsRole: PathRole, query: string): PathRole {
  return wordsRole === 'asset' ? 'other' : queryRole(wordsRole, query, SENDING.test(method));
}

/** Whether a referer is stored as it is, and tells nothing of the request. */
export function isPlainReferer(referer: string): boolean {
  return (
    isPlain(referer) &&
    !referer.includes('{') &&
    !referer.startsWith('Mozilla/') &&
    redactReferer(referer, NO_HASH).redactions.length === 0
  );
}

/** Whether a user agent is stored as it is, and tells nothing but who sends it. */
export function isPlainUserAgent(userAgent: string): boolean {
  return isPlain(userAgent) && !userAgent.includes('{');
}

/** The canonical form of an address without port, zone or brackets; `''` for other texts. */
export function plainAddress(text: string): string {
  return isIpv4(text) || /^[\da-f:]{2,39}$/.test(text) ? canonicalAddress(text) : '';
}

function isPlain(text: string): boolean {
  return text.length <= LONGEST && PLAIN.test(text);
}
