import { type Random } from '../chance/random.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { file, page, plain } from './answers.js';
import { shopCatalogue } from './shop-catalogue.js';
import { ofBrokenRelease } from './shop-pages.js';
import { SITE_HOSTS } from './site-hosts.js';
import { type Answer, type Hit, type Site } from './site.js';

type Handler = (hit: Hit, conditions: Conditions, random: Random) => Answer;

const LISTING = { low: 21_000, high: 38_000, seconds: 0.09 };
const PRODUCT = { low: 17_000, high: 31_000, seconds: 0.06 };
const FORM = { low: 7_800, high: 9_600, seconds: 0.03 };
const SEARCH = { low: 19_000, high: 34_000, seconds: 0.38 };
const FRAGMENT = { low: 240, high: 2_600, seconds: 0.02 };
const NOT_FOUND = 5_112;

const asset: Handler = (hit, conditions, random) =>
  conditions.assetsBroken && ofBrokenRelease(hit.target)
    ? plain(404, 162, random)
    : file(hit, 2_400, 190_000, random);

const product: Handler = (hit, conditions, random) => {
  const id = Number.parseInt(hit.target.slice(3), 10);
  if (!shopCatalogue.has(id)) return plain(404, NOT_FOUND, random);
  return page(hit, hit.target.endsWith('.json') ? FRAGMENT : PRODUCT, conditions, random);
};

/** A form whose POST redirects when it is right and else answers with `refused`. */
function form(refused: Handler): Handler {
  return (hit, conditions, random) => {
    if (hit.method !== 'POST') return page(hit, FORM, conditions, random);
    return hit.accepted === true ? plain(302, 0, random) : refused(hit, conditions, random);
  };
}

const formAgain: Handler = (hit, conditions, random) => {
  const answer = page(hit, FORM, conditions, random);
  return answer.status === 200 ? { ...answer, bytes: answer.bytes + 214 } : answer;
};

const login: Handler = (hit, conditions, random) => {
  if (hit.method === 'POST' && conditions.loginDown) return plain(503, 497, random);
  const answer = form(formAgain)(hit, conditions, random);
  // Password hashing costs the server a quarter of a second.
  return hit.method === 'POST' ? { ...answer, seconds: answer.seconds + 0.25 } : answer;
};

const account: Handler = (hit, conditions, random) =>
  hit.signedIn === true ? page(hit, FORM, conditions, random) : plain(302, 0, random);

const voucher: Handler = (hit, conditions, random) =>
  hit.accepted === true ? page(hit, FRAGMENT, conditions, random) : plain(404, 91, random);

function refusedWith(status: number, bytes: number): Handler {
  return (_hit, _conditions, random) => plain(status, bytes, random);
}

/** Payments are declined for all while the provider is down. */
const payment: Handler = (hit, conditions, random) =>
  form(refusedWith(402, 131))(
    conditions.paymentsDown ? { ...hit, accepted: false } : hit,
    conditions,
    random,
  );

/** The limited product can be put into a cart only from its release until it is sold out. */
const limited: Handler = (hit, conditions, random) =>
  conditions.dropOpen ? plain(302, 0, random) : plain(409, 81, random);

const listing: Handler = (hit, conditions, random) => page(hit, LISTING, conditions, random);
const search: Handler = (hit, conditions, random) => page(hit, SEARCH, conditions, random);
const fragment: Handler = (hit, conditions, random) => page(hit, FRAGMENT, conditions, random);
const smallFile: Handler = (hit, _conditions, random) => file(hit, 120, 16_000, random);
const image: Handler = (hit, _conditions, random) =>
  file(hit, hit.target.includes('/thumb/') ? 3_000 : 24_000, 140_000, random);

/** The first prefix that fits decides. */
const ROUTES: readonly (readonly [string, Handler])[] = [
  ['/assets/', asset],
  ['/media/', image],
  ['/p/', product],
  ['/c/', listing],
  ['/search', search],
  ['/cart/summary.json', fragment],
  ['/cart/coupon', form(refusedWith(422, 88))],
  ['/cart/add/limited', limited],
  ['/cart', form(refusedWith(400, 74))],
  ['/checkout/payment', payment],
  ['/checkout', form(refusedWith(422, 96))],
  ['/account/login', login],
  ['/account/register', form(refusedWith(422, 118))],
  ['/account/password-reset', form(formAgain)],
  ['/account/confirm', fragment],
  ['/account', account],
  ['/giftcard/balance', voucher],
  ['/sale/', listing],
  ['/drops/', listing],
  ['/stock/', fragment],
  ['/wishlist', form(refusedWith(422, 77))],
  ['/favicon.ico', smallFile],
  ['/robots.txt', smallFile],
  ['/sitemap', smallFile],
  ['/health', smallFile],
];

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** A shop of server-rendered pages. */
export const shopSite: Site = {
  host: SITE_HOSTS.shop,
  stream: 'shop',
  answer(hit, conditions, random) {
    if (!METHODS.has(hit.method)) return plain(405, 157, random);
    if (hit.target === '/' || hit.target.startsWith('/?')) return listing(hit, conditions, random);
    const route = ROUTES.find(([prefix]) => hit.target.startsWith(prefix));
    return route ? route[1](hit, conditions, random) : plain(404, NOT_FOUND, random);
  },
};
