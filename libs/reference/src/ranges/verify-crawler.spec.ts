import { describe, expect, it } from '@jest/globals';
import { crawlerEntries } from '../crawlers/crawler-catalogue.js';
import { identifyUserAgent } from '../user-agent/identify-user-agent.js';
import { packagedCrawlerRanges } from './packaged-crawler-ranges.js';
import { verifyCrawler } from './verify-crawler.js';

const AGENTS = {
  google: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  bing: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  yandex: 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  gpt: 'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  ahrefs: 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  jetpack: 'jetmon/1.0 (Jetpack Site Uptime Monitor by WordPress.com)',
  feed: 'FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)',
  chrome:
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
};

function check(agent: keyof typeof AGENTS, address: string): ReturnType<typeof verifyCrawler> {
  return verifyCrawler(identifyUserAgent(AGENTS[agent]), address);
}

const rangeLists = packagedCrawlerRanges.lists;

describe('verifyCrawler', () => {
  it.each([
    ['google', '66.249.66.1', 'Google', 'published'],
    ['google', '::ffff:66.249.66.1', 'Google', 'published'],
    ['google', '2001:4860:4801:10::1', 'Google', 'published'],
    ['bing', '157.55.39.10', 'Microsoft', 'published'],
    ['gpt', '20.171.206.10', 'OpenAI', 'published'],
    ['ahrefs', '54.36.148.10', 'Ahrefs', 'published'],
    ['yandex', '5.255.253.1', 'Yandex', 'network'],
    ['facebook', '69.171.251.1', 'Meta', 'network'],
    ['jetpack', '192.0.102.1', 'Automattic', 'published'],
  ] as const)('%s from %s is verified', (agent, address, operator, basis) => {
    expect(check(agent, address)).toEqual({
      verification: 'ip_range',
      operator,
      impostor: false,
      basis,
    });
  });

  it.each([
    // Google's public resolver and a rented machine in its cloud are Google's, but no crawlers.
    ['google', '8.8.8.8'],
    ['google', '2001:4860:4860::8888'],
    ['google', '34.1.2.3'],
    ['bing', '8.8.8.8'],
    ['gpt', '8.8.8.8'],
  ] as const)('%s from %s is an impostor', (agent, address) => {
    expect(check(agent, address)).toMatchObject({ verification: 'none', impostor: true });
  });

  it.each([
    ['yandex', '8.8.8.8', 'Yandex publishes no complete list'],
    ['facebook', '8.8.8.8', 'people’s devices fetch previews under that name'],
    ['google', '192.168.4.25', 'no public list speaks about private addresses'],
    ['google', 'crawl-66-249-66-1.googlebot.com', 'a host name is no address'],
    ['bing', '157.55.33.17', 'used by bingbot before the present list'],
    ['chrome', '66.249.66.1', 'nothing was claimed'],
  ] as const)('%s from %s is neither: %s', (agent, address, why) => {
    expect(why).not.toBe('');
    expect(check(agent, address)).toEqual({
      verification: 'none',
      operator: null,
      impostor: false,
      basis: null,
    });
  });

  it("does not take Google's user-triggered fetchers for Googlebot", () => {
    const fetcher = rangeLists.find(({ name }) => name === 'user-triggered fetchers');
    const address = fetcher?.prefixes[0]?.split('/')[0] ?? '';
    expect(check('feed', address).verification).toBe('ip_range');
    expect(check('google', address)).toMatchObject({ verification: 'none', impostor: false });
  });
});

describe('data/crawler-ranges.json', () => {
  const operators = new Map(crawlerEntries.map(({ value }) => [value.name, value.operator]));

  it('covers only crawlers that are recognised, under the same operator', () => {
    const unknown = rangeLists.flatMap(({ operator, covers }) =>
      covers
        .filter((name) => operators.get(name) !== operator)
        .map((name) => `${operator} ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('says of every list where it comes from, and never calls a network complete', () => {
    for (const { source, basis, complete, prefixes, name } of rangeLists) {
      expect(source).toMatch(/^https:\/\//);
      expect(prefixes.length).toBeGreaterThan(0);
      expect(name).not.toBe('');
      if (basis !== 'published') expect(complete).toBe(false);
    }
  });

  it('is dated where it was read from a list', () => {
    const dates = rangeLists.flatMap(({ date }) => date ?? []);
    expect(dates.length).toBeGreaterThan(10);
    for (const date of dates) expect(Date.parse(date)).toBeGreaterThan(Date.parse('2025-01-01'));
  });
});
