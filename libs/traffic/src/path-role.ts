import { isAsset } from './asset-path.js';
import { percentDecode } from './percent-decode.js';
import {
  PRECEDENCE,
  ROLE_OF_LAST_SEGMENT,
  ROLE_OF_SEGMENT,
  ROLE_OF_WORD,
} from './path-role-words.js';
import { type PathRole } from './path-roles.js';
import { queryRole } from './query-role.js';
import { segmentLetters, withoutExtension } from './segment-letters.js';
import { sentRole } from './sent-role.js';

/** More of a path tells no more, and costs. */
const LONGEST = 512;
const LONGEST_WORDS = 48;
const SENDING = new Set(['POST', 'PUT', 'PATCH']);

/** Challenges that the CDN's own folder of files serves. */
const INTERSTITIAL = /\/cdn-cgi\/(challenge-platform\/.*\/flow\/|l\/chk_)/;

/** What the words of a path say, before method and query are looked at. */
export interface PathWords {
  /** The path, decoded, lower case. */
  readonly text: string;
  /** Of requests that get something. */
  readonly role: PathRole;
  /** Before what only readers see in a path; null where no method changes the role. */
  readonly told: PathRole | null;
}

/** Reads a path's words once for all requests of it. */
export function readPathWords(path: string): PathWords {
  const text = percentDecode(path.slice(0, LONGEST)).toLowerCase();
  if (text.includes('/cdn-cgi/') && INTERSTITIAL.test(text))
    return { text, role: 'challenge', told: null };
  if (isAsset(text)) return { text, role: 'asset', told: null };
  const told = roleOfPath(text);
  return { text, role: ofReader(told, text), told };
}

/** The role of a method's requests by the words alone: contributing, voting, paying in are told by sending something. */
export function roleOfMethod({ text, role, told }: PathWords, method: string): PathRole {
  return told !== null && SENDING.has(method) ? sentRole(told, text) : role;
}

/**
 * What a request is for, by the words of its path in more than eight languages, by what common frameworks call
 * things, and by the parameters that make a page a search or a cart. Where several words speak, the
 * more delicate purpose wins (`/account/login` is a login, `/api/login` too), except that files are
 * assets first. `query` without `?`.
 *
 * Authorization endpoints (`/authorize`) count as `consent`: there a person decides about access.
 */
export function pathRole(method: string, path: string, query: string): PathRole {
  return roleOfWords(readPathWords(path), method, query);
}

/** As `pathRole`, of words that were read before. */
export function roleOfWords(words: PathWords, method: string, query: string): PathRole {
  if (words.role === 'asset') return 'asset';
  const sends = SENDING.has(method);
  const role = roleOfMethod(words, method);
  const fromQuery = query === '' ? 'other' : queryRole(role, query, sends);
  return refined(fromQuery === 'other' ? role : fromQuery, method, words.text);
}

function roleOfPath(path: string): PathRole {
  let best: PathRole = 'other';
  let bestRank = Number.POSITIVE_INFINITY;
  let last = '';
  for (const segment of path.split('/')) {
    if (segment === '') continue;
    last = segment;
    const role = roleOfSegment(withoutExtension(segment));
    const rank = PRECEDENCE.get(role) ?? Number.POSITIVE_INFINITY;
    if (rank < bestRank) {
      best = role;
      bestRank = rank;
    }
  }
  return best === 'other' || best === 'api' ? (ROLE_OF_LAST_SEGMENT.get(last) ?? best) : best;
}

function roleOfSegment(segment: string): PathRole {
  if (segment.length > LONGEST_WORDS) return 'other';
  const letters = segmentLetters(segment);
  const whole = ROLE_OF_SEGMENT.get(letters);
  if (letters === segment) return whole ?? 'other';
  if (whole !== undefined) return whole;
  // Long segments are titles: "how-to-reset-your-login" is an article.
  const words = segment.split(/[-_.]/);
  if (words.length > 3) return 'other';
  for (const word of words) {
    const role = ROLE_OF_WORD.get(word);
    if (role !== undefined) return role;
  }
  return 'other';
}

/** What is named behind a collection is one of its members: `/product/gift-card`, `/tag/captcha`, `/blog/vote`. */
const TITLE =
  /^(.*\/(products?|produkte?|produits?|productos?|produtos?|prodott[io]|items?|artikel|articles?|category|categories|kategorie|categorie|categoria|product-category|collections?|tags?|blog|news|wiki|docs|help|faq)\/)[^/]+\/?$/;
const NAMEABLE = new Set<PathRole>(['coupon', 'challenge', 'bid', 'vote']);

function ofReader(role: PathRole, path: string): PathRole {
  const collection = NAMEABLE.has(role) ? TITLE.exec(path)?.[1] : undefined;
  return collection === undefined ? role : roleOfPath(collection);
}

const SESSIONS = /\/sessions?(\/|$)/;
const STATUS = /^\/(server-)?status\/?$/;
const MY_ACCOUNT = /\/my-account\/?$/;
const STEP_UP =
  /\/(login|signin|auth|authn|session|sessions|factors|account)\/(.*\/)?challenges?(\/|$)/;
const MEMBER = /\/(products|produkte|produits|productos|prodotti|items)\/[^/]+\/?$/;

/** What the words alone get wrong. */
function refined(role: PathRole, method: string, path: string): PathRole {
  // A collection's name with something behind it is one of its items.
  if (role === 'listing') return MEMBER.test(path) ? 'item' : role;
  if (role === 'other') return STATUS.test(path) ? 'health' : role;
  // Behind a login a challenge asks for a second factor, elsewhere for a human.
  if (role === 'challenge') return STEP_UP.test(path) ? 'otp' : role;
  return refinedByMethod(role, method, path);
}

function refinedByMethod(role: PathRole, method: string, path: string): PathRole {
  const posted = method === 'POST';
  // WooCommerce logs people in on the page of their account.
  if (posted) return role === 'accounts' && MY_ACCOUNT.test(path) ? 'login' : role;
  // In REST designs signing in is POST on the sessions, and signing out DELETE on one of them.
  return role === 'login' && SESSIONS.test(path) ? 'other' : role;
}
