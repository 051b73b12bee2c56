import { type Random } from '../chance/random.js';
import { browserVersions, WEBKIT } from './browser-versions.js';

const IPHONE = (system: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)`;

const IOS: readonly (readonly [number, string])[] = [
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
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/${browserVersions.chromium(random)}.0.0.0 Mobile Safari/537.36`,
  ],
  [
    16,
    (random) =>
      `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/${random.pick(['29.0', '28.0', '27.0'])} Chrome/${random.pick([136, 130, 125])}.0.0.0 Mobile Safari/537.36`,
  ],
  [
    4,
    (random) => {
      const version = browserVersions.firefox(random);
      return `Mozilla/5.0 (Android 15; Mobile; rv:${version}.0) Gecko/${version}.0 Firefox/${version}.0`;
    },
  ],
  [
    6,
    (random) =>
      `Mozilla/5.0 (Linux; Android 14; SM-A${random.pick(['155', '256', '546'])}B Build/UP1A.231005.007; wv) ${WEBKIT} Version/4.0 Chrome/${browserVersions.chromium(random)}.0.7444.102 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/536.0.0.46.77;]`,
  ],
];

/** Share of iPhones and iPads among phones that browse (StatCounter, United Kingdom and Europe: 35 to 50 %). */
const APPLE = 0.48;

/** The user agent of a browser on an iPhone or iPad. */
export function appleMobileUserAgent(random: Random): string {
  return random.weighted(IOS);
}

/** The user agent of a browser on a phone. */
export function mobileUserAgent(random: Random): string {
  return random.chance(APPLE) ? appleMobileUserAgent(random) : random.weighted(ANDROID)(random);
}
