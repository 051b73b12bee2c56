import { type Random } from '../chance/random.js';
import { browserUserAgents } from './browser-user-agents.js';

const PLATFORMS = [
  'Windows NT 10.0; Win64; x64',
  'Windows NT 6.1; Win64; x64',
  'Windows NT 10.0; WOW64',
  'Macintosh; Intel Mac OS X 10_15_7',
  'Macintosh; Intel Mac OS X 10_14_6',
  'X11; Linux x86_64',
];

/** A user agent from the lists attack tools ship with: browsers of some years ago. */
export function staleUserAgent(random: Random): string {
  const platform = random.pick(PLATFORMS);
  if (random.chance(0.25)) {
    const version = random.integer(60, 118);
    return `Mozilla/5.0 (${platform.replaceAll('_', '.')}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
  }
  const build = `${random.integer(70, 121)}.0.${random.integer(3500, 6100)}.${random.integer(40, 180)}`;
  return `Mozilla/5.0 (${platform}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${build} Safari/537.36`;
}

/** What an attacker who takes care shows: mostly a browser of today, for the rest one from a list. */
export function borrowedUserAgent(random: Random, current: number): string {
  return random.chance(current)
    ? browserUserAgents.desktop(random).userAgent
    : staleUserAgent(random);
}
