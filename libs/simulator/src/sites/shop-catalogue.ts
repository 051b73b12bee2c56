import { type Random } from '../chance/random.js';
import { Zipf } from '../chance/zipf.js';
import { productSlug, searchWords } from './words.js';

const FIRST_PRODUCT = 10_400;
/** Size of a middling shop (assumption). */
const PRODUCTS = 3200;
const CATEGORIES =
  'women men kids shoes bags outdoor knitwear coats dresses shirts denim home kitchen bedroom bathroom garden lighting rugs stationery gifts sale new-in accessories watches'.split(
    ' ',
  );
const POPULARITY = new Zipf(PRODUCTS, 0.9);
const CATEGORY_POPULARITY = new Zipf(CATEGORIES.length, 0.7);
const SEARCHES = new Zipf(900, 0.8);

/** Spreads popularity over the ids: the newest are not the most popular. */
function byRank(rank: number): number {
  return FIRST_PRODUCT + ((rank * 1511) % PRODUCTS);
}

export const shopCatalogue = {
  /** The nth product in order of its id. */
  nth(index: number): number {
    return FIRST_PRODUCT + (index % PRODUCTS);
  },
  popular(random: Random): number {
    return byRank(POPULARITY.draw(random));
  },
  /** One of the few products of the flash sale. */
  onSale(random: Random): number {
    return byRank(random.integer(0, 11));
  },
  category(random: Random): string {
    return CATEGORIES[CATEGORY_POPULARITY.draw(random)] ?? 'new-in';
  },
  search(random: Random): string {
    return searchWords(SEARCHES.draw(random));
  },
  productTarget(id: number): string {
    return `/p/${id}-${productSlug(id)}`;
  },
  has(id: number): boolean {
    return id >= FIRST_PRODUCT && id < FIRST_PRODUCT + PRODUCTS;
  },
  /** The category a product stands in. */
  categoryOf(id: number): string {
    return CATEGORIES[id % CATEGORIES.length] ?? 'new-in';
  },
};
