import { describe, expect, it } from '@jest/globals';
import { loadReferenceData } from '../data/load-reference-data.js';

const { networks, sets } = loadReferenceData({ organisations: true });

describe('networkOf, with the packaged data', () => {
  it.each([
    ['8.8.8.8', 15169, 'US', 'Google'],
    ['66.249.66.1', 15169, 'US', 'Google'],
    ['1.1.1.1', 13335, 'AU', 'Cloudflare'],
    ['5.255.253.1', 13238, 'RU', 'Y'],
    ['193.0.6.139', 3333, 'NL', 'R'],
    ['52.95.110.1', 16509, 'US', 'Amazon'],
    ['133.11.0.1', 2501, 'JP', ''],
    ['200.160.2.3', 22548, 'BR', ''],
    ['::ffff:8.8.8.8', 15169, 'US', 'Google'],
    ['2001:4860:4860::8888', 15169, 'US', 'Google'],
    ['2606:4700:4700::1111', 13335, 'US', 'Cloudflare'],
    ['2a02:6b8::1', 13238, 'RU', ''],
    ['2a00:1450:4001:82a::200e', 15169, 'IE', 'Google'],
    ['2001:200:0:8002:203:47ff:fea5:3085', 2500, 'JP', 'WIDE'],
  ])('%s is of AS%i in %s', (address, asn, country, organisation) => {
    const facts = networks.networkOf(address);
    expect(facts).toMatchObject({ asn, country });
    expect(facts.organisation?.startsWith(organisation)).toBe(true);
  });

  it('ends a network where its range ends', () => {
    // 1.0.0.0/24 is announced by Cloudflare, the two networks above it by nobody, 1.0.4.0/22 again.
    const asnOf = (address: string): number => networks.networkOf(address).asn;
    expect(['0.255.255.255', '1.0.0.0', '1.0.0.255', '1.0.1.0'].map(asnOf)).toEqual([
      0, 13335, 13335, 0,
    ]);
    expect(['1.0.3.255', '1.0.4.0', '1.0.7.255'].map(asnOf)).toEqual([0, 38803, 38803]);
  });

  it.each([
    ...['10.1.2.3', '127.0.0.1', '100.64.0.1', '169.254.1.1', '172.16.0.1', '192.168.1.1'],
    ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1'],
    ...['::', '::1', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1', '::ffff:10.0.0.1'],
    ...['', '-', 'crawl-66-249-66-1.googlebot.com', '8.8.8', '8.8.8.8.8', '08.8.8.8', '256.1.1.1'],
    ...['8.8.8.8 ', '2001:4860::1::2', ':', ':::', '2001:4860:4860::88888', '\u0000', '８.8.8.8'],
  ])('%j is nobody’s', (address) => {
    expect(networks.networkOf(address)).toEqual({ asn: 0, country: '' });
  });

  it('gives the addresses of one network the same object', () => {
    expect(networks.networkOf('8.8.8.8')).toBe(networks.networkOf('66.249.66.1'));
    expect(networks.networkOf('10.0.0.1')).toBe(networks.networkOf('garbage'));
  });

  it('leaves organisations out unless they are wanted', () => {
    expect(loadReferenceData().networks.networkOf('8.8.8.8')).toEqual({
      asn: 15169,
      country: 'US',
    });
  });

  it('covers the announced internet and most countries', () => {
    const entries = Object.fromEntries(sets.map((set) => [set.name, set.entries]));
    expect(entries['asn-ipv4']).toBeGreaterThan(400_000);
    expect(entries['country-ipv6']).toBeGreaterThan(60_000);
    const countries = new Set<string>();
    for (let network = 0; network < 256 * 256; network += 1)
      countries.add(networks.networkOf(`${network >> 8}.${network & 255}.0.1`).country);
    expect(countries.size).toBeGreaterThan(150);
    for (const country of countries) expect(country).toMatch(/^(?:[A-Z]{2})?$/);
  });
});
