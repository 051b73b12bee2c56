import { type PathRole } from './path-roles.js';

/** Parameters that make a page a search, where the path says nothing better. */
const SEARCH_KEYS = new Set(
  'q s query search searchword searchterm search_query keyword keywords term suche suchbegriff recherche buscar busca cerca zoek szukaj'.split(
    ' ',
  ),
);
const ITEM_KEYS = new Set(
  'product product_id productid sku item item_id itemid artikelnr'.split(' '),
);
const LISTING_KEYS = new Set(
  'product_cat category category_id cat paged page_id_list post_type tag'.split(' '),
);

/** Parameters whose value names the page: `?action=lostpassword`, `?controller=authentication`, `?option=com_users&task=login`. */
const PAGE_KEYS = new Set(
  'action controller task route view do page act mode rest_route wc-ajax'.split(' '),
);

const PAGE_ROLES: readonly (readonly [RegExp, PathRole])[] = [
  [/(lostpassword|forgot|resetpass|retrievepassword|rp$)/, 'reset'],
  [/(register|signup|registration|create_?account)/, 'register'],
  [/(login|signin|authentication|logon)/, 'login'],
  [/(add_to_cart|cart|basket)/, 'cart'],
  [/checkout/, 'checkout'],
  [/search/, 'search'],
];

/** Roles that the path tells so clearly that no parameter changes them. */
const SETTLED = new Set<PathRole>([
  'token',
  'consent',
  'otp',
  'payment',
  'reset',
  'register',
  'asset',
  'health',
]);

/** Roles whose pages have search parameters for other reasons. */
const NEVER_SEARCH = new Set<PathRole>(['login', 'cart', 'checkout', 'accounts']);

const MOST_PARAMETERS = 32;

/** The role a query tells, given the path's; `other` where it tells nothing. */
export function queryRole(ofPath: PathRole, query: string): PathRole {
  if (SETTLED.has(ofPath)) return 'other';
  for (const pair of query.split('&', MOST_PARAMETERS)) {
    const equals = pair.indexOf('=');
    const key = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
    const role = equals < 0 ? 'other' : roleOfParameter(key, pair.slice(equals + 1), ofPath);
    if (role !== 'other') return role;
  }
  return 'other';
}

function roleOfParameter(key: string, value: string, ofPath: PathRole): PathRole {
  if (value === '') return 'other';
  if (key === 'add-to-cart' || key === 'add_to_cart') return 'cart';
  if (PAGE_KEYS.has(key)) return roleOfPage(value.slice(0, 64).toLowerCase());
  if (NEVER_SEARCH.has(ofPath)) return 'other';
  if (SEARCH_KEYS.has(key)) return 'search';
  return ofPath === 'other' ? roleOfKey(key, value) : 'other';
}

function roleOfKey(key: string, value: string): PathRole {
  if (key === 'feed' || (key === 'flav' && value.startsWith('rss'))) return 'feed';
  if (ITEM_KEYS.has(key)) return 'item';
  return LISTING_KEYS.has(key) ? 'listing' : 'other';
}

function roleOfPage(value: string): PathRole {
  return PAGE_ROLES.find(([pattern]) => pattern.test(value))?.[1] ?? 'other';
}
