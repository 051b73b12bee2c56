import { type Random } from '../chance/random.js';
import { stableHash } from '../chance/stable-hash.js';
import { Zipf } from '../chance/zipf.js';

const FIRST_ARTICLE = 200_100;
const ARTICLES = 1800;
const POPULARITY = new Zipf(ARTICLES, 0.9);
const KINDS =
  'moebel-und-wohnen kleidung werkzeug garten spielzeug buecher schmuck kameras fahrraeder kueche sammeln elektronik'.split(
    ' ',
  );
const THINGS =
  'eichentisch wanduhr standuhr kommode leselampe teekanne bohrmaschine hobelbank rennrad spiegelreflex schaukelstuhl brosche teppich koffer radio vase sekretaer kerzenleuchter'.split(
    ' ',
  );
const TRAITS =
  'antik gebraucht massiv restauriert neuwertig gross klein rund weiss dunkel original'.split(' ');

function one(words: readonly string[], key: string): string {
  return words[stableHash(key) % words.length] ?? 'alt';
}

/** What the German market offers. */
export const marketCatalogue = {
  nth(index: number): number {
    return FIRST_ARTICLE + (index % ARTICLES);
  },
  has(id: number): boolean {
    return id >= FIRST_ARTICLE && id < FIRST_ARTICLE + ARTICLES;
  },
  popular(random: Random): number {
    return FIRST_ARTICLE + ((POPULARITY.draw(random) * 739) % ARTICLES);
  },
  kind(random: Random): string {
    return random.pick(KINDS);
  },
  articleTarget(id: number): string {
    return `/artikel/${one(THINGS, `t${id}`)}-${one(TRAITS, `e${id}`)}-${id}.html`;
  },
  words(random: Random): string {
    return random.chance(0.5)
      ? random.pick(THINGS)
      : `${random.pick(TRAITS)}+${random.pick(THINGS)}`;
  },
};
