import { type Random } from '../chance/random.js';

/** A browser as its requests show it. */
export interface BrowserIdentity {
  readonly userAgent: string;
  readonly protocol: string;
  /** Opens connections ahead of need and fetches pages ahead of clicks. */
  readonly speculative: boolean;
}

type Table = readonly (readonly [number, string])[];

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const IPHONE = (system: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;
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
const SAFARI_VERSIONS: Table = [
  [40, '26.1'],
  [18, '18.6'],
  [14, '26.0'],
  [8, '18.5'],
  [7, '17.6'],
  [5, '16.6'],
  [3, '15.6.1'],
];

function chromium(platform: string, random: Random, suffix = ''): string {
  return `${platform} ${WEBKIT} Chrome/${random.weighted(CHROMIUM_VERSIONS)}.0.0.0 Safari/537.36${suffix}`;
}

function edge(random: Random): string {
  const version = random.weighted(CHROMIUM_VERSIONS);
  return `${WINDOWS} ${WEBKIT} Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`;
}

function firefox(platform: string, random: Random): string {
  const version = random.weighted(FIREFOX_VERSIONS);
  return `Mozilla/5.0 (${platform}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
}

function safari(random: Random): string {
  return `${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${random.weighted(SAFARI_VERSIONS)} Safari/605.1.15`;
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

const IOS: Table = [
  [38, `${IPHONE('18_7')} Version/26.1 Mobile/15E148 Safari/604.1`],
  [17, `${IPHONE('18_6_2')} Version/18.6 Mobile/15E148 Safari/604.1`],
  [12, `${IPHONE('18_7')} Version/26.0 Mobile/15E148 Safari/604.1`],
  [8, `${IPHONE('17_6_1')} Version/17.6 Mobile/15E148 Safari/604.1`],
  [4, `${IPHONE('16_7_12')} Version/16.6 Mobile/15E148 Safari/604.1`],
  [7, `${IPHONE('18_7')} GSA/393.0.829362412 Mobile/15E148 Safari/604.1`],
  [6, `${IPHONE('18_6')} CriOS/142.0.7444.128 Mobile/15E148 Safari/604.1`],
  [
    5,
    `${IPHONE('18_6_2')} Mobile/15E148 Instagram 405.0.0.26.74 (iPhone14,5; iOS 18_6_2; en_GB; en-GB; scale=3.00; 1170x2532)`,
  ],
  [
    3,
    `Mozilla/5.0 (iPad; CPU OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1`,
  ],
];

const ANDROID: readonly (readonly [number, (random: Random) => string])[] = [
  [
    74,
    (random) =>
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/${random.weighted(CHROMIUM_VERSIONS)}.0.0.0 Mobile Safari/537.36`,
  ],
  [
    16,
    (random) =>
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/${random.pick(['29.0', '28.0', '27.0'])} Chrome/${random.pick([136, 130, 125])}.0.0.0 Mobile Safari/537.36`,
  ],
  [4, (random) => firefox('Android 15; Mobile', random)],
  [
    6,
    (random) =>
      `Mozilla/5.0 (Linux; Android 14; SM-A${random.pick(['155', '256', '546'])}B Build/UP1A.231005.007; wv) ${WEBKIT} Version/4.0 Chrome/${random.weighted(CHROMIUM_VERSIONS)}.0.7444.102 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/536.0.0.46.77;]`,
  ],
];

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
  desktop: (random: Random): BrowserIdentity => identity(random.weighted(DESKTOP)(random), random),
  mobile(random: Random): BrowserIdentity {
    const ios = random.chance(0.48);
    return identity(ios ? random.weighted(IOS) : random.weighted(ANDROID)(random), random);
  },
  apple: (random: Random): BrowserIdentity =>
    identity(random.chance(0.6) ? random.weighted(IOS) : safari(random), random),
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
