import { type Random } from '../chance/random.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { file, page, plain } from './answers.js';
import { CALM } from './calm.js';
import { SITE_HOSTS } from './site-hosts.js';
import { type Answer, type Hit, type Site } from './site.js';

type Handler = (hit: Hit, conditions: Conditions, random: Random) => Answer;

const ARTICLE = { low: 24_000, high: 61_000, seconds: 0.11 };
const FEED = { low: 18_000, high: 42_000, seconds: 0.05 };
const FORM = { low: 6_100, high: 6_400, seconds: 0.07 };
const ARTICLE_TARGET = /^\/\d{4}\/\d{2}\/\d{2}\/[a-z-]+\/(?:\?.*)?$/;

const article: Handler = (hit, _conditions, random) => page(hit, ARTICLE, CALM, random);

const feed: Handler = (hit, _conditions, random) =>
  hit.conditional === true ? plain(304, 0, random) : page(hit, FEED, CALM, random);

const login: Handler = (hit, _conditions, random) => {
  if (hit.method === 'POST' && hit.accepted === true) return plain(302, 0, random);
  const answer = page(hit, FORM, CALM, random);
  return hit.method === 'POST' ? { ...answer, bytes: answer.bytes + 412 } : answer;
};

const xmlrpc: Handler = (hit, _conditions, random) =>
  hit.method === 'POST' ? { ...plain(200, 403, random), seconds: 0.3 } : plain(405, 42, random);

const comment: Handler = (hit, _conditions, random) => {
  if (hit.method !== 'POST') return plain(405, 0, random);
  return hit.accepted === false ? plain(409, 2_981, random) : plain(302, 0, random);
};

const admin: Handler = (hit, _conditions, random) =>
  hit.signedIn === true ? page(hit, FORM, CALM, random) : plain(302, 0, random);

/** A vote is counted by who sends it once more, too: the site trusts its cookie. */
const vote: Handler = (hit, _conditions, random) =>
  hit.method === 'POST' ? plain(200, 74, random) : page(hit, FEED, CALM, random);

const theFile: Handler = (hit, _conditions, random) => file(hit, 1_500, 240_000, random);
const smallFile: Handler = (hit, _conditions, random) => file(hit, 90, 9_000, random);

const ROUTES: readonly (readonly [string, Handler])[] = [
  ['/wp-content/uploads/20', theFile],
  ['/wp-content/themes/harbour/', theFile],
  ['/wp-includes/css/', theFile],
  ['/wp-includes/js/', theFile],
  ['/feed/', feed],
  ['/comments/feed/', feed],
  ['/section/', article],
  ['/?s=', article],
  ['/wp-login.php', login],
  ['/wp-admin/', admin],
  ['/wp-comments-post.php', comment],
  ['/xmlrpc.php', xmlrpc],
  ['/wp-cron.php', smallFile],
  ['/wp-json/wp/v2/posts', feed],
  ['/polls/', vote],
  ['/ads/click/', (_hit, _conditions, random) => plain(302, 0, random)],
  ['/favicon.ico', smallFile],
  ['/robots.txt', smallFile],
  ['/sitemap', smallFile],
];

/** A news site on WordPress. */
export const newsSite: Site = {
  host: SITE_HOSTS.news,
  stream: 'news',
  answer(hit, conditions, random) {
    if (hit.method === 'OPTIONS') return plain(200, 0, random);
    if (hit.target === '/' || ARTICLE_TARGET.test(hit.target)) {
      return hit.method === 'POST' ? plain(403, 146, random) : article(hit, conditions, random);
    }
    const route = ROUTES.find(([prefix]) => hit.target.startsWith(prefix));
    return route ? route[1](hit, conditions, random) : plain(404, 11_240, random);
  },
};
