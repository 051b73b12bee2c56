import { newsArchive, SECTIONS } from '../sites/news-archive.js';
import { newsSite } from '../sites/news-site.js';
import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { type Client } from '../world/client.js';
import { machineVisits } from '../world/machines.js';
import { type Population } from '../world/population.js';
import { type Script } from '../world/visit.js';
import { type VisitorNature } from '../world/visitor.js';
import { type World } from '../world/world.js';

/** A crawler that says who it is and comes from where its operator says. */
export interface Crawler {
  readonly name: string;
  readonly label: VisitorNature;
  readonly class: string;
  readonly addresses: readonly string[];
  readonly userAgents: readonly string[];
  /** Of all addresses together. */
  readonly requestsPerDay: number;
  /** Share of requests that go to the shop. */
  readonly shop: number;
  /** Share of pages whose assets are fetched too (rendering). */
  readonly renders?: number;
}

function crawlShop(client: Client): void {
  const { random } = client;
  const site = shopSite;
  const product = shopCatalogue.nth(random.integer(0, 9999));
  const target = random.weighted([
    [70, shopCatalogue.productTarget(product)],
    [20, `/c/${shopCatalogue.category(random)}?page=${random.integer(1, 20)}`],
    [3, '/sitemap-products.xml'],
    [4, shopCatalogue.productTarget(product + 40_000)],
    [3, '/'],
  ]);
  client.send({ site, target, conditional: false });
}

function crawlNews(client: Client, renders: number): void {
  const { random, now } = client;
  const site = newsSite;
  const article = random.chance(0.6)
    ? newsArchive.read(now, random)
    : newsArchive.back(now, random.integer(0, 3900));
  const target = random.weighted([
    [72, newsArchive.articleTarget(article)],
    [12, `/section/${random.pick(SECTIONS)}/`],
    [8, '/'],
    [5, '/feed/'],
    [3, '/sitemap-news.xml'],
  ]);
  client.send({ site, target });
  if (random.chance(renders)) {
    const delay = random.between(2000, 90_000);
    client.send({ site, delay, target: newsArchive.imageTarget(article, 1) });
    client.send({
      site,
      delay: delay + 900,
      target: '/wp-content/themes/harbour/style.css?ver=5.2.1',
    });
  }
}

function* crawl(client: Client, crawler: Crawler, perDay: number): Script {
  const { random } = client;
  for (;;) {
    yield client.wait(random.exponential(86_400_000 / perDay));
    const shop = random.chance(crawler.shop);
    if (random.chance(0.02))
      client.send({ site: shop ? shopSite : newsSite, target: '/robots.txt' });
    else if (shop) crawlShop(client);
    else crawlNews(client, crawler.renders ?? 0);
  }
}

/** Plays a crawler: day and night alike, over all its addresses, some of them busier than others. */
export function crawl24(world: World, crawler: Crawler): Population {
  const { addresses, userAgents, label } = crawler;
  const shares = addresses.map((_, index) => 1 / (index + 1) ** 0.7);
  const sum = shares.reduce((total, share) => total + share, 0);
  const visits = machineVisits(world, crawler.name, addresses.length, (index, random) => ({
    visitor: {
      address: addresses[index] ?? '',
      shared: false,
      label,
      class: crawler.class,
      campaign: '',
      evasion: '',
      kind: crawler.name,
    },
    userAgent: random.pick(userAgents),
    start: world.start,
    script: (client) =>
      crawl(client, crawler, (crawler.requestsPerDay * (shares[index] ?? 0)) / sum),
  }));
  return { visits: [visits], campaigns: [] };
}
