const WORDS =
  `amber anchor apple arch basket beach birch blue bottle bridge bronze canvas cedar chair cherry clay cloud copper coral cotton
  desk dune elm ember fern field flint forest glass gold granite green harbour hazel honey indigo iron ivory jade kettle lamp lantern
  leather lemon linen maple marble meadow mint moss oak olive orchid paper pearl pepper pine plum quartz rain river rose saddle
  sand shelf silk silver slate stone summer table thistle timber velvet walnut wave willow winter wool yellow`.split(
    /\s+/,
  );
const SORTS = ['price_asc', 'price_desc', 'newest', 'rating', 'popular'];
const CAMPAIGNS = ['spring_sale', 'newsletter-12', 'retargeting', 'brand', 'summer%20special'];
const PROBES = ['/wp-login.php', '/.env', '/xmlrpc.php', '/.git/config', '/phpmyadmin/index.php'];
const ASSETS = ['js/app', 'js/vendor', 'css/main', 'css/print', 'fonts/inter', 'js/checkout'];

/** What a visitor may ask for, by share of the traffic; each draw gives `[method, target]`. */
const KINDS = [
  [0.2, (chance) => ['GET', `/images/products/${chance.rank(16_000, 4)}-${size(chance)}.webp`]],
  [0.14, (chance) => ['GET', assetPath(chance)]],
  [0.2, (chance) => ['GET', productPath(chance.rank(30_000, 4))]],
  [0.1, (chance) => ['GET', categoryPath(chance)]],
  [0.06, (chance) => ['GET', `/search?q=${word(chance)}+${often(chance)}`]],
  [0.015, (chance) => ['GET', `${productPath(chance.rank(30_000, 4))}?${campaign(chance)}`]],
  [0.06, (chance) => ['GET', articlePath(chance.rank(9_000, 4))]],
  [
    0.05,
    (chance) => ['GET', `/api/v2/stock/${chance.rank(30_000, 4)}?store=${1 + chance.rank(3, 2)}`],
  ],
  [0.12, () => ['GET', '/']],
  [0.01, (chance) => ['POST', `/api/v2/cart/${chance.hex(8)}/items`]],
  [0.02, (chance) => ['GET', `/account/orders/${2_026_000_000 + chance.below(40_000)}`]],
  [0.015, () => ['POST', '/login']],
  [0.01, () => ['GET', '/robots.txt']],
  [0.01, (chance) => ['GET', chance.pick(PROBES)]],
  [0.005, () => ['HEAD', '/health']],
];

export function drawTarget(chance) {
  let left = chance.next();
  for (const [share, draw] of KINDS) {
    left -= share;
    if (left < 0) return draw(chance);
  }
  return ['GET', '/'];
}

const word = (chance) => chance.pick(WORDS);
const often = (chance) => WORDS[chance.rank(WORDS.length, 2)];
const size = (chance) => chance.pick([150, 300, 600]);

/** The words of a page are those of its number, always the same. */
const slug = (number, words) =>
  Array.from({ length: words }, (_, at) => WORDS[(number * 31 + at * 17) % WORDS.length]).join('-');

export const productPath = (number) => `/p/${100_000 + number}/${slug(number, 3)}`;

const articlePath = (number) => `/journal/20${10 + (number % 16)}/${slug(number, 5)}-${number}`;

const assetPath = (chance) => {
  const name = chance.pick(ASSETS);
  return `/static/${name}.${(chance.below(4) * 987_654_321 + name.length).toString(16)}.${name.split('/')[0]}`;
};

const categoryPath = (chance) =>
  `/c/${word(chance)}/${chance.pick(SORTS)}?page=${1 + chance.rank(20, 4)}`;

const campaign = (chance) =>
  `utm_source=search&utm_medium=cpc&utm_campaign=${chance.pick(CAMPAIGNS)}&gclid=Cj0K${chance.hex(20)}`;
