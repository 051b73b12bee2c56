import { type Random } from '../chance/random.js';
import { marketAuctions } from './market-auctions.js';
import { marketCatalogue } from './market-catalogue.js';
import { type Page } from './page.js';

const SHELL = [
  '/bundles/storefront/all.css?17',
  '/bundles/storefront/all.js?17',
  '/medien/logo.svg',
];

function pictures(random: Random, many: number): string[] {
  return Array.from(
    { length: many },
    () => `/thumbnail/${marketCatalogue.popular(random)}_400x400.webp`,
  );
}

/** The market's pages as its templates build them. */
export const marketPages = {
  home: (random: Random): Page => ({
    target: '/',
    assets: [...SHELL, '/favicon.ico', ...pictures(random, 6)],
  }),
  listing: (target: string, random: Random): Page => ({
    target,
    assets: [...SHELL, ...pictures(random, random.integer(3, 9))],
  }),
  article: (id: number, random: Random): Page => ({
    target: marketCatalogue.articleTarget(id),
    assets: [...SHELL, `/thumbnail/${id}_800x800.webp`, ...pictures(random, 2)],
  }),
  auction: (id: number): Page => ({
    target: marketAuctions.target(id),
    assets: [...SHELL, `/thumbnail/a${id}_800x800.webp`, `/auktion/${id}/stand.json`],
  }),
  form: (target: string): Page => ({ target, assets: SHELL }),
};
