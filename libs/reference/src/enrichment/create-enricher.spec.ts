import { describe, expect, it } from '@jest/globals';
import { loadReferenceData } from '../data/load-reference-data.js';
import { createEnricher } from './create-enricher.js';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

const data = loadReferenceData();
const enrich = createEnricher(data);

describe('createEnricher', () => {
  it.each([
    [CHROME, 'Chrome', 'browser'],
    ['Larkfield/7.2 (Android 14; SM-S921B) okhttp/4.12.0', 'Larkfield', 'app'],
    ['okhttp/4.12.0', 'okhttp', 'app'],
    ['ShopApp/512 CFNetwork/1496.0.7 Darwin/23.5.0', 'ShopApp', 'app'],
    ['python-requests/2.31.0', 'python-requests', 'library'],
    ['curl/8.4.0', 'curl', 'tool'],
    ['k6/0.49.0 (https://k6.io/)', 'k6', 'tool'],
    ['sqlmap/1.7.2#stable (https://sqlmap.org)', 'sqlmap', 'tool'],
    [GOOGLEBOT, 'Googlebot', 'crawler'],
    ['', '', 'empty'],
    ['-', '', 'empty'],
    ['xyzzy', 'xyzzy', 'unknown'],
  ])('%j is %s, a %s', (userAgent, family, agentClass) => {
    expect(enrich('8.8.8.8', userAgent).agent).toMatchObject({ family, class: agentClass });
  });

  it('says of every part what the data say', () => {
    expect(enrich('66.249.66.1', GOOGLEBOT)).toMatchObject({
      network: { asn: 15169, country: 'US' },
      agent: { family: 'Googlebot', crawler: { operator: 'Google', purpose: 'search_indexing' } },
      crawler: { verification: 'ip_range', operator: 'Google', impostor: false },
    });
    expect(enrich('8.8.8.8', GOOGLEBOT).crawler).toMatchObject({ impostor: true });
    expect(enrich('8.8.8.8', CHROME).crawler).toBeNull();
  });

  it('shares the parts between requests', () => {
    const first = enrich('66.249.66.1', GOOGLEBOT);
    const second = enrich(` 66.249.66.1`.slice(1), ` ${GOOGLEBOT}`.slice(1));
    expect(second.network).toBe(first.network);
    expect(second.agent).toBe(first.agent);
    expect(second.crawler).toBe(first.crawler);
  });

  it('answers the same whatever it has forgotten', () => {
    const forgetful = createEnricher(data, {
      addresses: { entries: 1, characters: 16 },
      userAgents: { entries: 1, characters: 16 },
    });
    for (const address of ['8.8.8.8', '1.1.1.1', '8.8.8.8', '2606:4700::1'])
      for (const agent of [CHROME, GOOGLEBOT])
        expect(forgetful(address, agent)).toEqual(enrich(address, agent));
  });

  it.each([
    ['a host name', 'host.example'],
    ['a long text', '1'.repeat(100_000)],
    ['nothing', ''],
  ])('knows no network of %s', (_, address) => {
    expect(enrich(address, GOOGLEBOT)).toMatchObject({
      network: { asn: 0, country: '' },
      crawler: { verification: 'none', impostor: false },
    });
  });

  it('looks at the first 1,024 characters of a user agent', () => {
    const padding = ' '.repeat(1_100);
    expect(enrich('8.8.8.8', `${CHROME}${padding}Googlebot/2.1`).agent).toEqual(
      enrich('8.8.8.8', CHROME).agent,
    );
  });

  it.each([
    ...['a', 'bot', 'botx', 'crawlerspide', '(', '(iPad', '+http://', 'like ', 'Googlebot ', '%'],
    ...['Mozilla/5.0 (', 'a.', '{', '\\x', '\u0130', '\ud800', 'MSIE '],
  ])('a thousand different user agents full of %j cost no more than a millisecond each', (text) => {
    const filler = text.repeat(1_024);
    const before = process.cpuUsage();
    for (let index = 0; index < 1_000; index += 1) enrich('8.8.8.8', `${index}${filler}`);
    const { user } = process.cpuUsage(before);
    expect(user / 1_000).toBeLessThan(1_000);
  });
});
