import { type PathRole } from './path-roles.js';
import { segmentLetters, withoutExtension } from './segment-letters.js';
import { ROLE_OF_SENT_SEGMENT, SENT_PRECEDENCE } from './sent-role-words.js';

/** Titles and tokens are longer than any word that tells a role. */
const LONGEST_WORD = 48;

/** Roles that say where a request goes rather than what it is for. */
const PLACES = new Set<PathRole>(['other', 'api', 'accounts', 'item', 'listing', 'feed']);

/**
 * The role of a request that sends something to a path (lower case), given the role the path has for its
 * readers: whoever posts to `/products/17/reviews` contributes. More delicate purposes stay what they are.
 */
export function sentRole(ofReader: PathRole, path: string): PathRole {
  const sent = likeliest(path);
  if (sent === undefined) return ofReader;
  return PLACES.has(ofReader) || isPartOf(sent, ofReader) ? sent : ofReader;
}

function likeliest(path: string): PathRole | undefined {
  return path
    .split('/')
    .flatMap((segment) => wordRole(segment) ?? [])
    .reduce<PathRole | undefined>(
      (best, next) => (rank(next) < rank(best) ? next : best),
      undefined,
    );
}

function wordRole(segment: string): PathRole | undefined {
  if (segment.length > LONGEST_WORD) return undefined;
  return ROLE_OF_SENT_SEGMENT.get(segmentLetters(withoutExtension(segment)));
}

function rank(role: PathRole | undefined): number {
  return (role && SENT_PRECEDENCE.get(role)) ?? Number.POSITIVE_INFINITY;
}

/** A coupon is part of buying, a payee part of paying; an address at the checkout is none. */
function isPartOf(sent: PathRole, role: PathRole): boolean {
  if (sent === 'coupon') return role === 'cart' || role === 'checkout' || role === 'payment';
  return sent === 'payee' && role === 'payment';
}
