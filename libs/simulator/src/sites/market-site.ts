import { plain } from './answers.js';
import { answersWith, type Handler } from './handlers.js';
import { marketAuctions } from './market-auctions.js';
import { marketCatalogue } from './market-catalogue.js';
import { routedSite } from './routed-site.js';
import { SITE_HOSTS } from './site-hosts.js';

const { page, file, form, formAgain, signedIn, slowly, status } = answersWith;
const PAGE = { low: 18_000, high: 44_000, seconds: 0.08 };
const FORM = { low: 6_300, high: 8_900, seconds: 0.04 };
const FRAGMENT = { low: 180, high: 900, seconds: 0.02 };
const SEARCH = { low: 22_000, high: 39_000, seconds: 0.42 };

const article: Handler = (hit, conditions, random) =>
  marketCatalogue.has(Number(/-(\d+)\.html/.exec(hit.target)?.[1]))
    ? page(PAGE)(hit, conditions, random)
    : plain(404, 7_204, random);

/** After the deadline nobody can bid. */
const bid: Handler = (hit, conditions, random) => {
  if (hit.method !== 'POST') return plain(405, 0, random);
  const id = Number(/-?\d+/.exec(hit.target)?.[0]);
  const open = conditions.time < marketAuctions.deadline(id);
  if (!open) return plain(409, 143, random);
  return hit.accepted === false ? plain(422, 151, random) : plain(303, 0, random);
};

/** A server-rendered market of German wording: articles, auctions, vouchers, reviews, a CAPTCHA before contact forms. */
export const marketSite = routedSite({
  host: SITE_HOSTS.market,
  stream: 'market',
  methods: new Set(['GET', 'HEAD', 'POST']),
  notFound: 7_204,
  routes: [
    [/^\/(?:$|\?)/, page(PAGE)],
    [/^\/(?:bundles|thumbnail|medien)\//, file(1_800, 120_000)],
    [/^\/artikel\/\d+\/bewertung/, form(FORM, status(422, 133))],
    [/^\/artikel\//, article],
    [/^\/kategorie\//, page(PAGE)],
    [/^\/suche/, page(SEARCH)],
    [/^\/auktion\/-?\d+\/gebot/, bid],
    [/^\/auktion\/-?\d+\/stand\.json/, page(FRAGMENT)],
    [/^\/auktion/, page(PAGE)],
    [/^\/warenkorb\/hinzufuegen/, form(FORM, status(409, 88))],
    [/^\/warenkorb/, page(FORM)],
    [
      /^\/gutschein\/pruefen/,
      (hit, conditions, random) =>
        hit.accepted === true ? page(FRAGMENT)(hit, conditions, random) : plain(404, 71, random),
    ],
    [/^\/kasse/, form(FORM, formAgain(FORM, 380))],
    [/^\/anmelden/, slowly(0.2, form(FORM, formAgain(FORM, 260)))],
    [/^\/registrieren/, form(FORM, formAgain(FORM, 310))],
    [/^\/passwort-vergessen/, form(FORM, formAgain(FORM, 120))],
    [/^\/sicherheitspruefung\/bild\//, file(9_000, 21_000)],
    [/^\/sicherheitspruefung/, form(FORM, status(403, 1_904))],
    [/^\/merkzettel/, form(FORM, status(422, 90))],
    [/^\/mein-konto/, signedIn(page(FORM), status(302, 0))],
    [/^\/(?:impressum|datenschutz|kontakt)/, form(FORM, status(422, 140))],
    [/^\/(?:favicon\.ico|robots\.txt|sitemap\.xml)/, file(200, 14_000)],
  ],
});
