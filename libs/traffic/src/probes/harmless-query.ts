import { isExploitQuery } from './exploit.js';
import { mayBeInjected } from './injection.js';
import { decodeQuery } from './probed-url.js';
import { climbsInQuery } from './traversal.js';

/** What makes a page a listing of users, or a listing an ordinary page, see `isEnumeration`. */
const LISTS_USERS = /author=|wp\/v2\/users|(context|who|_locale)=/;

/**
 * Whether no probe can be in this query, so that the path alone decides: then what was found out about
 * the path before still holds. May say no for queries that turn out to be ordinary.
 */
export function isHarmlessQuery(query: string): boolean {
  const decoded = decodeQuery(query);
  return !(
    mayBeInjected(decoded) ||
    climbsInQuery(decoded) ||
    LISTS_USERS.test(decoded) ||
    isExploitQuery(decoded)
  );
}
