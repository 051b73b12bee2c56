import { combinedLine } from '../ingest/corpus/lines.mjs';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const SECRETS = [
  '/.env',
  '/.git/config',
  '/wp-config.php.bak',
  '/.aws/credentials',
  '/.ssh/id_rsa',
];
const SITE = 'https://larkfield.example';

const address = (net, n) =>
  `${net}.${Math.floor(n / 62_500) % 250}.${Math.floor(n / 250) % 250}.${n % 250}`;
/** In a network of its own: neighbours would get one verdict together. */
const lonelyAddress = (net, n) => `${net}.${Math.floor(n / 250) % 250}.${n % 250}.7`;
const request = (one) => ({
  method: 'GET',
  protocol: 'HTTP/2.0',
  status: 200,
  bytes: 4_096,
  userAgent: CHROME,
  ...one,
});

/** A person's page with its assets: five lines. */
export function personLines(n, time) {
  const client = address(20 + (n % 100), Math.floor(n / 100));
  const page = `/articles/${n % 997}`;
  const from = (target, referer) => request({ address: client, time, target, referer });
  return [
    from(page, `${SITE}/articles/`),
    ...['/static/site.css', '/static/site.js', `/img/${n % 89}.webp`, '/img/logo.svg'].map(
      (asset) => from(asset, SITE + page),
    ),
  ].map(combinedLine);
}

/** What somebody does who has to get a verdict, by kind, with the address it comes from. */
export const offenders = {
  /** Facts: five requests for secrets. */
  secrets: (n, time) => {
    const client = lonelyAddress(151, n);
    const lines = SECRETS.map((target) =>
      combinedLine(
        request({ address: client, time, target, status: 404, userAgent: 'curl/8.9.1' }),
      ),
    );
    return { address: client, lines };
  },
  /** A fact: the name of a crawler at an address its operator does not publish. */
  impostor: (n, time) => {
    const client = lonelyAddress(152, n);
    const lines = [1, 2, 3].map((page) =>
      combinedLine(
        request({
          address: client,
          time,
          target: `/articles/${n % 97}${page}`,
          userAgent: GOOGLEBOT,
        }),
      ),
    );
    return { address: client, lines };
  },
  /** Not a fact: only beside everybody else is it much to read a hundred and fifty pages, and none of their images. */
  scraper: (n, time) => {
    const client = lonelyAddress(153, n);
    const lines = Array.from({ length: 150 }, (_, page) =>
      combinedLine(
        request({
          address: client,
          time,
          target: `/articles/${page * 7 + n}`,
          userAgent: 'python-requests/2.32.5',
        }),
      ),
    );
    return { address: client, lines };
  },
};
