import { type Random } from '../chance/random.js';
import { browserVersions, WEBKIT } from './browser-versions.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

function chromium(platform: string, random: Random, suffix = ''): string {
  return `${platform} ${WEBKIT} Chrome/${browserVersions.chromium(random)}.0.0.0 Safari/537.36${suffix}`;
}

function edge(random: Random): string {
  const version = browserVersions.chromium(random);
  return `${WINDOWS} ${WEBKIT} Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`;
}

function firefox(platform: string, random: Random): string {
  const version = browserVersions.firefox(random);
  return `Mozilla/5.0 (${platform}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
}

/** The user agent of Safari on a computer. */
export function safari(random: Random): string {
  return `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${browserVersions.safari(random)} Safari/605.1.15`;
}

/** Shares are rounded from StatCounter's desktop and mobile browser statistics for Europe, autumn 2025. */
const DESKTOP: readonly (readonly [number, (random: Random) => string])[] = [
  [50, (random) => chromium(WINDOWS, random)],
  [12, (random) => chromium(MAC, random)],
  [13, edge],
  [10, safari],
  [7, (random) => firefox('Windows NT 10.0; Win64; x64', random)],
  [2, (random) => firefox('X11; Linux x86_64', random)],
  [1, (random) => firefox('Macintosh; Intel Mac OS X 10.15', random)],
  [2, (random) => chromium('Mozilla/5.0 (X11; Linux x86_64)', random)],
  [1, (random) => chromium('Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', random)],
  [2, (random) => chromium(WINDOWS, random, ' OPR/124.0.0.0')],
];

/** The user agent of a browser on a computer. */
export function desktopUserAgent(random: Random): string {
  return random.weighted(DESKTOP)(random);
}
