import { type Random } from '../chance/random.js';
import { Zipf } from '../chance/zipf.js';
import { articleSlug } from './words.js';

/** An article every 40 minutes (assumption: a regional newsroom), and the last 4,000 still online. */
const EVERY = 40 * 60_000;
const ARTICLES = 4000;
/** Readers want the newest first; the exponent follows Breslau et al. 1999. */
const RECENCY = new Zipf(ARTICLES, 0.83);
export const SECTIONS =
  'local politics business sport culture opinion travel food science weather'.split(' ');

export const newsArchive = {
  /** Number of the newest article at an instant. */
  newest(time: number): number {
    return Math.floor(time / EVERY);
  },
  read(time: number, random: Random): number {
    return newsArchive.newest(time) - RECENCY.draw(random);
  },
  /** The nth article counting back from the newest. */
  back(time: number, index: number): number {
    return newsArchive.newest(time) - (index % ARTICLES);
  },
  articleTarget(id: number): string {
    const day = new Date(id * EVERY).toISOString().slice(0, 10).replaceAll('-', '/');
    return `/${day}/${articleSlug(id)}/`;
  },
  imageTarget(id: number, view: number): string {
    const month = new Date(id * EVERY).toISOString().slice(0, 7).replace('-', '/');
    return `/wp-content/uploads/${month}/${articleSlug(id)}-${view}-1024x683.jpg`;
  },
};
