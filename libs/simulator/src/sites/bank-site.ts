import { type Page } from './page.js';
import { answersWith, type Handler } from './handlers.js';
import { plain } from './answers.js';
import { routedSite } from './routed-site.js';
import { SITE_HOSTS } from './site-hosts.js';

const { page, file, resource, signedIn, slowly, status } = answersWith;
const OBJECT = { low: 260, high: 1_400, seconds: 0.05 };
const LIST = { low: 3_000, high: 17_000, seconds: 0.11 };
const SHELL = { low: 1_900, high: 2_100, seconds: 0.004 };

/** For those with a session; without one 401. */
function inside(handler: Handler): Handler {
  return signedIn(handler, status(401, 52));
}

const posted =
  (handler: Handler): Handler =>
  (hit, conditions, random) =>
    hit.method === 'POST' ? handler(hit, conditions, random) : plain(405, 41, random);

/** The bank's own online banking: a single-page application and the JSON API behind it. */
export const bankSite = routedSite({
  host: SITE_HOSTS.bank,
  stream: 'bank',
  methods: new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']),
  notFound: 58,
  routes: [
    [/^\/(?:$|\?|app)/, page(SHELL)],
    [/^\/static\//, file(4_000, 260_000)],
    [/^\/favicon\.ico/, file(900, 2_000)],
    [/^\/api\/v2\/config/, page(OBJECT)],
    [/^\/api\/v2\/sessions\/mfa/, posted(resource(OBJECT, 401))],
    [/^\/api\/v2\/sessions/, posted(slowly(0.22, resource(OBJECT, 401)))],
    [/^\/api\/v2\/otp\/send/, posted(slowly(0.3, resource(OBJECT, 429)))],
    [/^\/api\/v2\/customers/, posted(resource(OBJECT, 422))],
    [/^\/api\/v2\/password/, posted(resource(OBJECT, 422))],
    [/^\/api\/v2\/me$/, inside(page(OBJECT))],
    [/^\/api\/v2\/accounts\/\d+\/transactions/, inside(page(LIST))],
    [/^\/api\/v2\/accounts/, inside(page(OBJECT))],
    [/^\/api\/v2\/statements\/export/, inside(slowly(2.4, page(LIST)))],
    [/^\/api\/v2\/beneficiaries/, inside(resource(OBJECT, 422))],
    [/^\/api\/v2\/transfers/, inside(resource(OBJECT, 403))],
    [/^\/api\/v2\/cards/, inside(page(OBJECT))],
  ],
});

/** The application's shell with its bundles, loaded once. */
export const bankShell: Page = {
  target: '/',
  assets: [
    '/static/main.7be1c20a.js',
    '/static/vendor.51d0c9f3.js',
    '/static/main.2ab9f017.css',
    '/static/inter.woff2',
    '/favicon.ico',
    '/api/v2/config',
  ],
};
