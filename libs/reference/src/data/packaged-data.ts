import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import described from '../../data/data-sets.json' with { type: 'json' };
import { type AddressTable } from '../address/address-table.js';
import { unpackTable } from '../address/packed-table.js';
import { crawlerEntries, softwareEntries } from '../crawlers/crawler-catalogue.js';
import { type NetworkDataName } from '../networks/network-tables.js';
import { type CrawlerRanges } from '../ranges/crawler-ranges.js';
import { packagedCrawlerRanges } from '../ranges/packaged-crawler-ranges.js';
import { dataFolder } from './data-folder.js';
import { type DataSet } from './data-set.js';

/** A data set and what it is used as. */
export interface Loaded<Content> {
  readonly set: DataSet;
  readonly content: Content;
}

const tables = new Map<NetworkDataName, AddressTable>();

/** A table of the packaged data; unpacked once a process. */
export function packagedTable(name: NetworkDataName): Loaded<AddressTable> {
  const content = tables.get(name) ?? readTable(name);
  tables.set(name, content);
  return { content, set: describedSet(name) };
}

export function packagedRanges(): Loaded<CrawlerRanges> {
  const set = setOfRanges(packagedCrawlerRanges, 'libs/reference/data/crawler-ranges.json');
  return {
    content: packagedCrawlerRanges,
    set: { ...set, licence: 'CC0-1.0', origin: 'packaged' },
  };
}

/** The catalogue of crawlers' user agents, which comes as an npm package. */
export function packagedCatalogue(): DataSet {
  const entries = crawlerEntries.length + softwareEntries.length;
  return { ...describedSet('crawler-catalogue'), entries };
}

/** Who runs each autonomous system. */
export function packagedOrganisations(): Map<number, string> {
  const text = gunzipSync(readFileSync(join(dataFolder(), 'organisations.gz'))).toString('utf8');
  const names = new Map<number, string>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) names.set(Number(line.slice(0, tab)), line.slice(tab + 1));
  }
  return names;
}

/** How a set of crawler ranges is described; it is as old as the oldest dated list of an operator's own. */
export function setOfRanges({ lists }: CrawlerRanges, source: string): DataSet {
  const published = lists.filter(({ basis }) => basis === 'published');
  const [oldest = ''] = published.flatMap(({ date }) => date ?? []).sort();
  const entries = lists.reduce((sum, { prefixes }) => sum + prefixes.length, 0);
  return { name: 'crawler-ranges', date: oldest, source, licence: '', entries, origin: 'file' };
}

function readTable(name: NetworkDataName): AddressTable {
  const family = name.endsWith('ipv4') ? 'ipv4' : 'ipv6';
  return unpackTable(family, readFileSync(join(dataFolder(), `${name}.gz`)));
}

function describedSet(name: DataSet['name']): DataSet {
  const found = described.find((one) => one.name === name);
  if (found === undefined) throw new Error(`data-sets.json does not describe ${name}`);
  return { ...found, name, origin: 'packaged' };
}
