import { segmentTemplate } from './segment-template.js';

/** Deeper paths are cut: only generated ones (spider traps, traversal) are longer. */
const DEEPEST = 12;
const LONGEST = 256;

/** Collections whose members have readable names: what follows them is `{slug}`. */
const COLLECTIONS = new Set(
  'product products produkt produkte produit produits producto productos produto produtos prodotto prodotti artikel article articles item items sku dp tag tags category categories kategorie categoria author authors user users profile profiles u'.split(
    ' ',
  ),
);

/** Pages that stand where a member could: `/users/login`, `/products/search`. */
const PAGES = new Set(
  'login logout signin signup register registration new create edit delete list search index all me cart password reset forgot settings export import count page feed rss'.split(
    ' ',
  ),
);

/**
 * A path with its identifiers collapsed, so that requests for the same kind of thing are counted
 * together: `/accounts/4711/transactions` → `/accounts/{id}/transactions`.
 *
 * - `{id}`: a segment of digits, or four and more digits set off by `-`, `_`, `.` inside a segment
 * - `{uuid}`, `{token}` (8 and more hexadecimal digits with both letters and digits; 20 and more
 *   random-looking characters), `{redacted}` (see `redactUrl`), `{email}`
 * - `{date}`: `2026-11-22`, `20261122`, and `/2026/11/22` or `/2026/11` as segments
 * - `{slug}`: the last segment behind a known collection (`/product/{slug}`)
 *
 * Duplicate slashes, a trailing slash and matrix parameters (`;v=1`) are dropped, letters keep their
 * case. `''` stays `''`. At most 12 segments and 256 characters, then `…`.
 */
export function pathTemplate(path: string): string {
  if (isWords(path)) return path;
  const segments = path.split('/').filter((segment) => segment !== '');
  const parts: string[] = [];
  for (let at = 0; at < segments.length && parts.length < DEEPEST;) {
    const dated = dateSegments(segments, at);
    parts.push(dated > 0 ? '{date}' : templateAt(segments, at));
    at += Math.max(dated, 1);
  }
  const template = `/${parts.join('/')}`;
  const complete = parts.length < DEEPEST || segments.length <= DEEPEST;
  return complete && template.length <= LONGEST ? template : `${template.slice(0, LONGEST - 1)}…`;
}

/**
 * Whether a path is its own template: because it has no segments, or nothing but short ones of small letters of which
 * the last is no member of a collection. Says no for some that are as well.
 */
function isWords(path: string): boolean {
  if (path === '' || path === '/' || path === '*') return true;
  if (path.length > LONGEST || !WORDS.test(path)) return false;
  const last = path.lastIndexOf('/');
  return !COLLECTIONS.has(path.slice(path.lastIndexOf('/', last - 1) + 1, last));
}

const WORDS = /^(?:\/[a-z._-]{1,64}){1,12}$/;

function templateAt(segments: readonly string[], at: number): string {
  const segment = segments[at] ?? '';
  const semicolon = segment.indexOf(';');
  const bare = semicolon > 0 ? segment.slice(0, semicolon) : segment;
  const template = segmentTemplate(bare);
  if (template !== bare || at === 0 || at < segments.length - 1) return template;
  const before = (segments[at - 1] ?? '').toLowerCase();
  return COLLECTIONS.has(before) && isSlug(bare) ? '{slug}' : template;
}

function isSlug(segment: string): boolean {
  return !PAGES.has(segment.toLowerCase()) && !segment.includes('.');
}

/** How many segments from here are a year, a month and perhaps a day; 0 where they are none. */
function dateSegments(segments: readonly string[], at: number): number {
  const year = segments[at] ?? '';
  if (year.length !== 4 || !/^(19|20)\d\d$/.test(year) || !isBetween(segments[at + 1], 12))
    return 0;
  return isBetween(segments[at + 2], 31) ? 3 : 2;
}

function isBetween(segment: string | undefined, most: number): boolean {
  return (
    segment !== undefined &&
    /^\d{1,2}$/.test(segment) &&
    Number(segment) >= 1 &&
    Number(segment) <= most
  );
}
