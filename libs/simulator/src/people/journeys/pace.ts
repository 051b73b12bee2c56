import { type Random } from '../../chance/random.js';

/**
 * Milliseconds somebody stays on a page: log-normal, median 17 s, with a long tail.
 * Source of the shape: Liu, White and Dumais, "Understanding web browsing behaviors through Weibull analysis of dwell time" (SIGIR 2010); the median is an assumption.
 */
export function thinkTime(random: Random): number {
  return Math.min(20 * 60_000, 1500 + random.logNormal(17_000, 1.1));
}

/** Milliseconds to fill a short form. */
export function typingTime(random: Random): number {
  return 2500 + random.logNormal(7000, 0.6);
}

/**
 * Pages of a visit: many of one page, few of very many.
 * Source of the shape: Huberman et al., "Strong regularities in World Wide Web surfing" (Science 1998), where depth is inverse Gaussian; a log-normal stands in.
 */
export function visitDepth(random: Random, median: number): number {
  return Math.min(160, Math.max(1, Math.round(random.logNormal(median, 0.95))));
}

/** Where a visit comes from: a search engine, a link elsewhere, or nowhere that is told. */
export function entryReferer(random: Random): string {
  return random.weighted([
    [40, 'https://www.google.com/'],
    [5, 'https://www.bing.com/'],
    [3, 'https://duckduckgo.com/'],
    [6, 'https://www.facebook.com/'],
    [4, 'https://l.instagram.com/'],
    [2, 'https://www.reddit.com/'],
    [40, ''],
  ]);
}
