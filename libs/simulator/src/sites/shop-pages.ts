import { type Random } from '../chance/random.js';
import { type Page } from './page.js';
import { shopCatalogue } from './shop-catalogue.js';

const RELEASES = ['4f1c9a27', '8be05d31'] as const;
/** How many thumbnails of a listing scroll into view (lazy loading; assumption). */
const THUMBNAILS = { low: 5, high: 14 };

/** What every page of a release asks for. */
function shell(release: 0 | 1): string[] {
  const version = RELEASES[release];
  return [
    `/assets/css/base.${version}.css`,
    `/assets/css/shop.${version}.css`,
    `/assets/js/vendor.${version}.js`,
    `/assets/js/app.${version}.js`,
    '/assets/fonts/source-sans-var.woff2',
    '/assets/img/logo.svg',
    '/assets/img/icons.svg',
    '/cart/summary.json',
    '/favicon.ico',
  ];
}

/** Whether an asset belongs to the release that broke. */
export function ofBrokenRelease(path: string): boolean {
  return path.includes(RELEASES[1]);
}

function thumbnails(random: Random, pick: () => number): string[] {
  const many = random.integer(THUMBNAILS.low, THUMBNAILS.high);
  return Array.from({ length: many }, () => `/media/thumb/${pick()}.webp`);
}

/** The shop's pages as its templates build them. */
export const shopPages = {
  home(release: 0 | 1, random: Random): Page {
    return {
      target: '/',
      assets: [
        ...shell(release),
        '/media/hero/autumn.webp',
        ...thumbnails(random, () => shopCatalogue.popular(random)),
      ],
    };
  },
  listing(target: string, release: 0 | 1, random: Random): Page {
    return {
      target,
      assets: [
        ...shell(release),
        `/assets/js/listing.${RELEASES[release]}.js`,
        ...thumbnails(random, () => shopCatalogue.popular(random)),
      ],
    };
  },
  product(id: number, release: 0 | 1, random: Random): Page {
    const views = random.integer(1, 4);
    return {
      target: shopCatalogue.productTarget(id),
      assets: [
        ...shell(release),
        `/assets/js/product.${RELEASES[release]}.js`,
        ...Array.from({ length: views }, (_, view) => `/media/large/${id}-${view + 1}.webp`),
        `/media/thumb/${shopCatalogue.nth(id + 7)}.webp`,
        `/media/thumb/${shopCatalogue.nth(id + 19)}.webp`,
        `/p/${id}/reviews.json`,
      ],
    };
  },
  /** Pages with little on them: cart, checkout, account, forms. */
  form(target: string, release: 0 | 1): Page {
    return { target, assets: [...shell(release), `/assets/js/forms.${RELEASES[release]}.js`] };
  },
};
