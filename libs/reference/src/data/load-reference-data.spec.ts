import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReferenceData } from './load-reference-data.js';
import { type ReferenceData } from './reference-data.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function load(organisations = false): ReferenceData {
  return loadReferenceData({ folder, organisations });
}

const LIST = {
  operator: 'Google',
  name: 'own list',
  source: 'https://crawlers.example/list.json',
  date: '2026-07-01',
  basis: 'published',
  complete: true,
  covers: ['Googlebot'],
  prefixes: ['9.9.9.0/24'],
};

describe('loadReferenceData', () => {
  it('says of all packaged data where they come from, of when, and under which licence', () => {
    const { sets, refused } = loadReferenceData();
    expect(refused).toEqual([]);
    expect(sets.map(({ name }) => name).sort()).toEqual([
      'asn-ipv4',
      'asn-ipv6',
      'country-ipv4',
      'country-ipv6',
      'crawler-catalogue',
      'crawler-ranges',
    ]);
    for (const { date, source, licence, entries, origin } of sets) {
      expect(Date.parse(date)).toBeGreaterThan(Date.parse('2025-01-01'));
      expect(source).not.toBe('');
      expect(licence).toMatch(/^(?:CC-BY-4\.0|CC0-1\.0|MIT)$/);
      expect(entries).toBeGreaterThan(1_000);
      expect(origin).toBe('packaged');
    }
  });

  it('names the version of the catalogue that is installed', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const installed = packages['node_modules/crawler-user-agents']?.version ?? 'none';
    const catalogue = loadReferenceData().sets.find(({ name }) => name === 'crawler-catalogue');
    expect(catalogue?.source.endsWith(`/v/${installed}`)).toBe(true);
  });

  it('takes a file in place of the packaged data of its kind, and leaves the others', () => {
    const path = put(
      'asn-ipv4.csv',
      '# first,last,asn,organisation\r\n8.8.8.0,8.8.8.127,64500,"Example ""One"", Ltd."\r\n\r\n10.0.0.0,10.255.255.255,AS64501,Own network\r\n',
    );
    put('asn-ipv4.csv.date', '2026-08-01\n');
    const data = load(true);
    expect(data.refused).toEqual([]);
    expect(data.networks.networkOf('8.8.8.8')).toEqual({
      asn: 64500,
      country: 'US',
      organisation: 'Example "One", Ltd.',
    });
    expect(data.networks.networkOf('8.8.8.128').asn).toBe(0);
    expect(data.networks.networkOf('10.1.2.3').organisation).toBe('Own network');
    expect(data.networks.networkOf('2001:4860::1').asn).toBe(15169);
    expect(data.sets.find(({ name }) => name === 'asn-ipv4')).toEqual({
      name: 'asn-ipv4',
      date: '2026-08-01',
      source: path,
      licence: '',
      entries: 2,
      origin: 'file',
    });
  });

  it('takes countries of both families', () => {
    put('country-ipv4.csv', '8.8.8.0,8.8.8.255,CH\n8.8.9.0,8.8.9.255,ZZ\n');
    put('country-ipv6.csv', '2001:4860::,2001:4860:ffff:ffff:ffff:ffff:ffff:ffff,LI\n');
    const { networks, refused } = load();
    expect(refused).toEqual([]);
    expect(
      ['8.8.8.8', '8.8.9.1', '2001:4860::1'].map((a) => networks.networkOf(a).country),
    ).toEqual(['CH', '', 'LI']);
  });

  it('is of the day the file was written where no date stands beside it', () => {
    const path = put('country-ipv4.csv', '8.8.8.0,8.8.8.255,CH');
    utimesSync(path, new Date('2026-05-04T03:02:01Z'), new Date('2026-05-04T03:02:01Z'));
    expect(load().sets.find(({ name }) => name === 'country-ipv4')?.date).toBe(
      '2026-05-04T03:02:01.000Z',
    );
  });

  it('takes lists of crawlers’ addresses, which carry their own dates', () => {
    put('crawler-ranges.json', JSON.stringify({ lists: [LIST] }));
    const { crawlers, sets, refused } = load();
    expect(refused).toEqual([]);
    expect(crawlers.lists).toHaveLength(1);
    expect(sets.find(({ name }) => name === 'crawler-ranges')).toMatchObject({
      date: '2026-07-01',
      entries: 1,
      origin: 'file',
    });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    [
      'asn-ipv4.csv',
      '8.8.8.0,8.8.8.255,1\n8.8.8,8.8.8.255,1',
      'line 2: the first column has to be',
    ],
    ['asn-ipv4.csv', '8.8.8.0,2001:db8::,1', 'line 1: the second column has to be'],
    ['asn-ipv4.csv', '8.8.8.0,8.8.8.255', 'line 1: three columns are needed'],
    ['asn-ipv4.csv', '8.8.8.0,8.8.8.255,x', 'line 1: the third column has to be the number'],
    ['asn-ipv4.csv', '8.8.8.0,8.8.8.255,4294967296', 'line 1: the third column has to be'],
    ['asn-ipv4.csv', '8.8.8.255,8.8.8.0,1', 'line 1: the range ends before it begins'],
    ['asn-ipv4.csv', '9.0.0.0,9.0.0.1,1\n\n8.0.0.0,8.0.0.1,1', 'line 3: begins before the line'],
    ['asn-ipv6.csv', '8.8.8.0,8.8.8.255,1', 'line 1: the first column has to be'],
    ['country-ipv4.csv', '8.8.8.0,8.8.8.255,Germany', 'line 1: the third column has to be'],
    ['country-ipv4.csv', '# nothing\n', 'holds no line'],
    ['country-ipv6.csv', '\u0000\u0001\u0002', 'line 1: three columns are needed'],
    ['crawler-ranges.json', '{', 'is no JSON'],
    ['crawler-ranges.json', '{"lists": []}', 'lists has to be an array, not empty'],
    ['crawler-ranges.json', '{"lists": [7]}', 'lists[0] has to be an object'],
    ...Object.entries({
      operator: '',
      date: 'yesterday',
      basis: 'hearsay',
      complete: 'yes',
      covers: [1],
      prefixes: ['9.9.9.0'],
    }).map(
      ([field, value]) =>
        [
          'crawler-ranges.json',
          JSON.stringify({ lists: [LIST, { ...LIST, [field]: value }] }),
          `lists[1].${field} has to be`,
        ] as const,
    ),
  ])('%s with %j is refused', (name, text, problem) => {
    const path = put(name, text);
    const { refused, sets, networks } = load();
    expect(refused).toEqual([
      { name: name.replace(/\.\w+$/, ''), path, problem: expect.stringContaining(problem) },
    ]);
    expect(sets.every(({ origin }) => origin === 'packaged')).toBe(true);
    expect(networks.networkOf('8.8.8.8')).toEqual({ asn: 15169, country: 'US' });
  });

  it('is one without a date in its .date file', () => {
    put('asn-ipv4.csv', '8.8.8.0,8.8.8.255,1');
    put('asn-ipv4.csv.date', 'last week');
    expect(load().refused).toMatchObject([
      { name: 'asn-ipv4', problem: 'its .date file has to hold a date like 2026-06-17' },
    ]);
  });

  it('is one by a name that means nothing', () => {
    const path = put('asn-v4.csv', '8.8.8.0,8.8.8.255,1');
    put('README', 'notes');
    expect(load().refused).toMatchObject([{ name: null, path }]);
  });

  it('is a folder that is not there', () => {
    expect(loadReferenceData({ folder: join(folder, 'none') })).toMatchObject({
      refused: [{ name: null, problem: 'cannot be read (ENOENT)' }],
    });
  });
});
