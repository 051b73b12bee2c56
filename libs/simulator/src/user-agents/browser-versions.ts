import { type Random } from '../chance/random.js';

/** Shares by version: most people are on the current version a few weeks after it came, some never move (assumption). */
const CHROMIUM_VERSIONS: readonly (readonly [number, number])[] = [
  [58, 142],
  [21, 141],
  [6, 140],
  [3, 143],
  [4, 139],
  [3, 138],
  [2, 136],
  [1.5, 131],
  [1, 126],
  [0.7, 109],
];
const FIREFOX_VERSIONS: readonly (readonly [number, number])[] = [
  [60, 145],
  [22, 144],
  [12, 140],
  [4, 128],
  [2, 115],
];
const SAFARI_VERSIONS: readonly (readonly [number, string])[] = [
  [40, '26.1'],
  [18, '18.6'],
  [14, '26.0'],
  [8, '18.5'],
  [7, '17.6'],
  [5, '16.6'],
  [3, '15.6.1'],
];

export const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

/** Draws versions as they are spread over the population, autumn 2025. */
export const browserVersions = {
  chromium: (random: Random): number => random.weighted(CHROMIUM_VERSIONS),
  firefox: (random: Random): number => random.weighted(FIREFOX_VERSIONS),
  safari: (random: Random): string => random.weighted(SAFARI_VERSIONS),
};
