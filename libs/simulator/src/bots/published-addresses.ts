import { type Random } from '../chance/random.js';

/** A network as first three octets and the span of last octets in use. */
type Network = readonly [string, number, number];

/**
 * Networks that the operators publish for their machines (Google's googlebot.json, Bing's bingbot.json, Apple's applebot.json, DuckDuckGo's and OpenAI's
 * lists, UptimeRobot's and Pingdom's address lists, the crawlers' own pages for Ahrefs and Semrush, Meta's AS32934).
 */
export const PUBLISHED = {
  google: [
    ['66.249.66', 0, 95],
    ['66.249.64', 0, 127],
    ['66.249.79', 0, 95],
  ],
  bing: [
    ['40.77.167', 0, 255],
    ['157.55.39', 0, 255],
    ['207.46.13', 0, 255],
  ],
  apple: [
    ['17.241.75', 0, 255],
    ['17.241.219', 0, 255],
    ['17.241.227', 0, 255],
  ],
  duckduckgo: [
    ['20.191.45', 212, 212],
    ['40.88.21', 235, 235],
    ['40.76.173', 151, 151],
    ['40.76.163', 7, 7],
  ],
  openai: [['52.230.152', 0, 255]],
  uptimerobot: [
    ['216.144.250', 150, 150],
    ['69.162.124', 226, 237],
    ['63.143.42', 242, 253],
  ],
  pingdom: [
    ['23.22.2', 46, 46],
    ['46.20.45', 18, 18],
    ['50.16.153', 186, 186],
    ['52.48.244', 35, 35],
  ],
  meta: [
    ['173.252.83', 1, 24],
    ['173.252.127', 1, 24],
    ['69.171.230', 1, 24],
  ],
  feedly: [['8.29.198', 24, 27]],
  ahrefs: [
    ['54.36.148', 0, 255],
    ['51.222.253', 0, 20],
  ],
  semrush: [
    ['185.191.171', 1, 45],
    ['85.208.96', 193, 212],
  ],
} as const satisfies Record<string, readonly Network[]>;

/** Some addresses of an operator, no two the same. */
export function publishedAddresses(
  operator: keyof typeof PUBLISHED,
  count: number,
  random: Random,
): string[] {
  const networks: readonly Network[] = PUBLISHED[operator];
  const all = networks.flatMap(([prefix, low, high]) =>
    Array.from({ length: high - low + 1 }, (_, offset) => `${prefix}.${low + offset}`),
  );
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(random.pick(all));
  return [...chosen];
}
