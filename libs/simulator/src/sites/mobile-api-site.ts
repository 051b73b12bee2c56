import { type Random } from '../chance/random.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { page, plain } from './answers.js';
import { shopCatalogue } from './shop-catalogue.js';
import { SITE_HOSTS } from './site-hosts.js';
import { type Answer, type Hit, type Site } from './site.js';

type Handler = (hit: Hit, conditions: Conditions, random: Random) => Answer;

const OBJECT = { low: 900, high: 4_200, seconds: 0.03 };
const LIST = { low: 5_000, high: 14_000, seconds: 0.06 };
const SMALL = { low: 140, high: 620, seconds: 0.03 };
const PUBLIC = ['/v1/home', '/v1/products', '/v1/search', '/v1/config', '/v1/auth/', '/v1/cart'];

const list: Handler = (hit, conditions, random) => page(hit, LIST, conditions, random);
const small: Handler = (hit, conditions, random) => page(hit, SMALL, conditions, random);

const product: Handler = (hit, conditions, random) =>
  shopCatalogue.has(Number.parseInt(hit.target.slice('/v1/products/'.length), 10))
    ? page(hit, OBJECT, conditions, random)
    : plain(404, 64, random);

const login: Handler = (hit, conditions, random) => {
  if (hit.method !== 'POST') return plain(405, 58, random);
  if (conditions.loginDown) return plain(503, 71, random);
  const answer = hit.accepted === true ? small(hit, conditions, random) : plain(401, 83, random);
  return { ...answer, seconds: answer.seconds + 0.24 };
};

const refresh: Handler = (hit, conditions, random) =>
  hit.accepted === false ? plain(401, 77, random) : small(hit, conditions, random);

const order: Handler = (hit, conditions, random) => {
  if (hit.method !== 'POST') return list(hit, conditions, random);
  return hit.accepted === false
    ? plain(402, 101, random)
    : { ...small(hit, conditions, random), status: 201 };
};

const ROUTES: readonly (readonly [string, Handler])[] = [
  ['/v1/auth/login', login],
  ['/v1/auth/refresh', refresh],
  ['/v1/products/', product],
  ['/v1/products', list],
  ['/v1/home', list],
  ['/v1/search', list],
  ['/v1/config', small],
  ['/v1/cart', small],
  ['/v1/orders', order],
  ['/v1/me', small],
  ['/v1/wishlist', small],
  ['/v1/push-tokens', small],
];

/** The JSON API behind the shop's mobile app. */
export const mobileApiSite: Site = {
  host: SITE_HOSTS.mobileApi,
  stream: 'mobile-api',
  answer(hit, conditions, random) {
    const route = ROUTES.find(([prefix]) => hit.target.startsWith(prefix));
    if (!route) return plain(404, 49, random);
    if (hit.method === 'OPTIONS') return plain(204, 0, random);
    const open = PUBLIC.some((prefix) => hit.target.startsWith(prefix));
    if (!open && hit.signedIn !== true) return plain(401, 66, random);
    return route[1](hit, conditions, random);
  },
};
