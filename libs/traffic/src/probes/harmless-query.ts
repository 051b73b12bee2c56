import { QUERY_EXPLOITS } from './exploit.js';
import { INJECTION_MARKS } from './injection.js';
import { decodeQuery } from './probed-url.js';
import { CLIMBS, SYSTEM_FILES } from './traversal.js';

/** What makes a page a listing of users, or a listing an ordinary page, see `isEnumeration`. */
const LISTS_USERS = /author=|wp\/v2\/users|(?:context|who|_locale)=/;

/** All that a probe in a query needs, in one pattern: one pass over the text. */
const MARKS = new RegExp(
  [INJECTION_MARKS, CLIMBS, SYSTEM_FILES, LISTS_USERS, QUERY_EXPLOITS]
    .map(({ source }) => source)
    .join('|'),
);

/**
 * Whether no probe can be in this query, so that the path alone decides: then what was found out about
 * the path before still holds. May say no for queries that turn out to be ordinary.
 */
export function isHarmlessQuery(query: string): boolean {
  return !MARKS.test(decodeQuery(query));
}
