import { afterEach, describe, expect, it } from '@jest/globals';
import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { CrawlerDns, type CrawlerDnsOptions } from './crawler-dns.js';
import { NodeDns } from './node-dns.js';
import { LocalNameServer, type Records } from './testing/local-name-server.js';

const googlebot: DeclaredCrawler = {
  name: 'Googlebot',
  operator: 'Google',
  purpose: 'search_indexing',
  url: '',
};

const REAL = '66.249.66.34';
const FORGED = '45.33.32.156';
const ELSEWHERE = '45.33.32.157';
const REAL_IPV6 = '2001:4860:4801:10::1';

const records: Records = {
  'PTR 34.66.249.66.in-addr.arpa': ['crawl-66-249-66-34.googlebot.com'],
  'A crawl-66-249-66-34.googlebot.com': [REAL],
  // Whoever holds an address names it as they like; the name does not lead back.
  'PTR 156.32.33.45.in-addr.arpa': ['crawl-66-249-66-34.googlebot.com'],
  'PTR 157.32.33.45.in-addr.arpa': ['googlebot.com.attacker.example', 'notgooglebot.com'],
  'PTR 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.1.0.8.4.0.6.8.4.1.0.0.2.ip6.arpa': [
    'crawl-6.googlebot.com',
  ],
  'AAAA crawl-6.googlebot.com': ['2001:4860:4801:10:0:0:0:1'],
};

describe(CrawlerDns.name, () => {
  let server: LocalNameServer | undefined;
  let time = 0;

  afterEach(async () => {
    await server?.stop();
    server = undefined;
    time = 0;
  });

  async function dnsWith(
    options: Partial<CrawlerDnsOptions> = {},
    behaviour: ConstructorParameters<typeof LocalNameServer>[1] = {},
  ): Promise<CrawlerDns> {
    server = new LocalNameServer(records, behaviour);
    const port = new NodeDns({ timeoutMs: 300, servers: [await server.start()] });
    return new CrawlerDns(port, {
      questionsPerSecond: 100,
      leastTtlSeconds: 60,
      mostTtlSeconds: 600,
      mostAnswers: 2,
      now: () => time,
      ...options,
    });
  }

  it('verifies an address whose name leads back to it, IPv4 and IPv6', async () => {
    const dns = await dnsWith();
    expect(await dns.verify(googlebot, REAL)).toBe('verified');
    expect(await dns.verify(googlebot, REAL_IPV6)).toBe('verified');
  });

  it('trusts no name that does not lead back, and no name outside the domain', async () => {
    const dns = await dnsWith();
    expect(await dns.verify(googlebot, FORGED)).toBe('impostor');
    expect(await dns.verify(googlebot, ELSEWHERE)).toBe('impostor');
    expect(server?.asked).not.toContain('A notgooglebot.com');
  });

  it('holds silence against nobody, and asks again', async () => {
    const dns = await dnsWith({}, { silent: ['34.66.249.66.in-addr.arpa'] });
    expect(await dns.verify(googlebot, REAL)).toBe('none');
    expect(await dns.verify(googlebot, REAL)).toBe('none');
    expect(server?.asked.length).toBeGreaterThan(1);
  });

  it('asks nothing about operators without documented names, private addresses and host names', async () => {
    const dns = await dnsWith();
    expect(await dns.verify({ ...googlebot, operator: 'somebody' }, REAL)).toBe('none');
    expect(await dns.verify(googlebot, '10.0.0.1')).toBe('none');
    expect(await dns.verify(googlebot, 'crawl.example')).toBe('none');
    expect(server?.asked).toEqual([]);
  });

  it('remembers an answer for its TTL within bounds', async () => {
    const dns = await dnsWith({}, { ttl: 1 });
    await dns.verify(googlebot, REAL);
    time = 59_000;
    await dns.verify(googlebot, REAL);
    expect(server?.asked).toHaveLength(2);
    time = 61_000;
    await dns.verify(googlebot, REAL);
    expect(server?.asked).toHaveLength(4);
  });

  it('forgets the oldest answer where there are too many', async () => {
    const dns = await dnsWith();
    for (const address of [REAL, FORGED, ELSEWHERE, REAL]) await dns.verify(googlebot, address);
    expect(server?.asked.filter((name) => name.startsWith('PTR 34.'))).toHaveLength(2);
  });

  it('asks no more often than it may', async () => {
    const dns = await dnsWith({ questionsPerSecond: 2 });
    expect(await dns.verify(googlebot, REAL)).toBe('verified');
    expect(await dns.verify(googlebot, FORGED)).toBe('none');
    time = 1_000;
    expect(await dns.verify(googlebot, FORGED)).toBe('impostor');
  });
});
