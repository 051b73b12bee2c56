import { type Random } from '../chance/random.js';
import { newsArchive } from './news-archive.js';
import { type Page } from './page.js';

const SHELL = [
  '/wp-content/themes/harbour/style.css?ver=5.2.1',
  '/wp-includes/css/dist/block-library/style.min.css?ver=6.8.3',
  '/wp-includes/js/jquery/jquery.min.js?ver=3.7.1',
  '/wp-content/themes/harbour/js/site.js?ver=5.2.1',
  '/wp-content/themes/harbour/fonts/tiempos.woff2',
  '/wp-content/uploads/2024/01/masthead.svg',
  '/favicon.ico',
];

function pictures(time: number, random: Random, many: number): string[] {
  return Array.from({ length: many }, () =>
    newsArchive.imageTarget(newsArchive.read(time, random), 1),
  );
}

/** The news site's pages as its templates build them. */
export const newsPages = {
  front(time: number, random: Random): Page {
    return { target: '/', assets: [...SHELL, ...pictures(time, random, random.integer(5, 11))] };
  },
  section(name: string, number: number, time: number, random: Random): Page {
    const target = number > 1 ? `/section/${name}/page/${number}/` : `/section/${name}/`;
    return { target, assets: [...SHELL, ...pictures(time, random, random.integer(4, 9))] };
  },
  article(id: number, time: number, random: Random): Page {
    return {
      target: newsArchive.articleTarget(id),
      assets: [
        ...SHELL,
        '/wp-includes/js/comment-reply.min.js?ver=6.8.3',
        newsArchive.imageTarget(id, 1),
        ...(random.chance(0.4) ? [newsArchive.imageTarget(id, 2)] : []),
        ...pictures(time, random, random.integer(1, 4)),
      ],
    };
  },
};
