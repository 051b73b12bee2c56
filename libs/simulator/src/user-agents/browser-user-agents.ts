import { type Random } from '../chance/random.js';
import { WEBKIT } from './browser-versions.js';
import { desktopUserAgent, safari } from './desktop-user-agents.js';
import { appleMobileUserAgent, mobileUserAgent } from './mobile-user-agents.js';

/** A browser as its requests show it. */
export interface BrowserIdentity {
  readonly userAgent: string;
  readonly protocol: string;
  /** Opens connections ahead of need and fetches pages ahead of clicks. */
  readonly speculative: boolean;
}

type Table = readonly (readonly [number, string])[];

/** Browsers nobody updates: televisions, old tablets, machines that are stuck. */
const OLD: Table = [
  [3, 'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  [3, `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${WEBKIT} Chrome/109.0.0.0 Safari/537.36`],
  [2, 'Mozilla/5.0 (Windows NT 6.1; rv:52.0) Gecko/20100101 Firefox/52.0'],
  [
    2,
    'Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
  ],
  [
    2,
    `Mozilla/5.0 (SMART-TV; LINUX; Tizen 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/5.0 TV Safari/537.36`,
  ],
  [
    1,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_6) AppleWebKit/601.7.7 (KHTML, like Gecko) Version/9.1.2 Safari/601.7.7',
  ],
  [
    1,
    `Mozilla/5.0 (Linux; Android 6.0.1; SM-G532F Build/MMB29T) ${WEBKIT} Chrome/81.0.4044.138 Mobile Safari/537.36`,
  ],
];

function identity(userAgent: string, random: Random): BrowserIdentity {
  const modern = random.chance(0.93);
  const speculative = userAgent.includes('Chrome/') && random.chance(0.6);
  return { userAgent, protocol: modern ? 'HTTP/2.0' : 'HTTP/1.1', speculative };
}

/** Draws browsers as the population has them. */
export const browserUserAgents = {
  desktop: (random: Random): BrowserIdentity => identity(desktopUserAgent(random), random),
  mobile: (random: Random): BrowserIdentity => identity(mobileUserAgent(random), random),
  apple: (random: Random): BrowserIdentity =>
    identity(random.chance(0.6) ? appleMobileUserAgent(random) : safari(random), random),
  old: (random: Random): BrowserIdentity => ({
    userAgent: random.weighted(OLD),
    protocol: 'HTTP/1.1',
    speculative: false,
  }),
  text: (random: Random): BrowserIdentity => ({
    userAgent: random.pick([
      'Lynx/2.9.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.13',
      'w3m/0.5.3+git20230121',
      'Links (2.29; Linux 6.8.0-45-generic x86_64; GNU C 13.2; text)',
      'ELinks/0.17.0 (textmode; Linux 6.9.3 x86_64; 132x43-2)',
    ]),
    protocol: 'HTTP/1.1',
    speculative: false,
  }),
};
