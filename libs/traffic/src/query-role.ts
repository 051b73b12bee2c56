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

/** Parameters that try a code at the till. */
const COUPON_KEYS = new Set(
  'coupon coupon_code couponcode apply_coupon voucher voucher_code promo_code promocode discount_code gutschein gutscheincode gift_card giftcard'.split(
    ' ',
  ),
);
const TILL = new Set<PathRole>(['cart', 'checkout', 'api']);

const PAGE_ROLES: readonly (readonly [RegExp, PathRole])[] = [
  [/(lostpassword|forgot|resetpass|retrievepassword|rp$)/, 'reset'],
  [/(register|signup|registration|create_?account)/, 'register'],
  [/(login|signin|authentication|logon)/, 'login'],
  [/(coupon|voucher|gift_?card|promo_?code)/, 'coupon'],
  [/captcha/, 'challenge'],
  [/(place_?bid|^bid$)/, 'bid'],
  [/(^|_)(up|down)?vote($|_)/, 'vote'],
  [/(add_to_cart|cart|basket|reserve_)/, 'cart'],
  [/checkout/, 'checkout'],
  [/search/, 'search'],
];

/** Pages that something is sent to. */
const SENT_PAGE_ROLES: readonly (readonly [RegExp, PathRole])[] = [
  [/(^|_)(rate|rating|like|poll|polls|react)($|_)/, 'vote'],
  [/(comment|review|postreply|newthread|newtopic|^reply$|^submit$|contact_?form)/, 'contribution'],
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
  'challenge',
  'coupon',
  'payee',
  'bid',
  'vote',
]);

/** Roles whose pages have search parameters for other reasons. */
const NEVER_SEARCH = new Set<PathRole>(['login', 'cart', 'checkout', 'accounts', 'contribution']);

const MOST_PARAMETERS = 32;

/** The role a query tells, given the path's and whether something is sent; `other` where it tells nothing. */
export function queryRole(ofPath: PathRole, query: string, sends: boolean): PathRole {
  if (SETTLED.has(ofPath)) return 'other';
  for (const pair of query.split('&', MOST_PARAMETERS)) {
    const equals = pair.indexOf('=');
    const key = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
    const role = equals < 0 ? 'other' : roleOfParameter(key, pair.slice(equals + 1), ofPath, sends);
    if (role !== 'other') return role;
  }
  return 'other';
}

function roleOfParameter(key: string, value: string, ofPath: PathRole, sends: boolean): PathRole {
  if (value === '') return 'other';
  if (key === 'add-to-cart' || key === 'add_to_cart') return 'cart';
  if (PAGE_KEYS.has(key)) return roleOfPage(value.slice(0, 64).toLowerCase(), sends);
  if (COUPON_KEYS.has(key) && TILL.has(ofPath)) return 'coupon';
  if (NEVER_SEARCH.has(ofPath)) return 'other';
  if (SEARCH_KEYS.has(key)) return 'search';
  return ofPath === 'other' ? roleOfKey(key, value) : 'other';
}

function roleOfKey(key: string, value: string): PathRole {
  if (key === 'feed' || (key === 'flav' && value.startsWith('rss'))) return 'feed';
  if (ITEM_KEYS.has(key)) return 'item';
  return LISTING_KEYS.has(key) ? 'listing' : 'other';
}

function roleOfPage(value: string, sends: boolean): PathRole {
  const roles = sends ? [...PAGE_ROLES, ...SENT_PAGE_ROLES] : PAGE_ROLES;
  return roles.find(([pattern]) => pattern.test(value))?.[1] ?? 'other';
}
