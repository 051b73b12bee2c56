import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressTable } from '../address/address-table.js';
import { Networks } from '../networks/networks.js';
import { type NetworkDataName } from '../networks/network-tables.js';
import { CrawlerRanges } from '../ranges/crawler-ranges.js';
import { type DataSet, type DataSetName, type RefusedFile } from './data-set.js';
import { fileDate } from './file-date.js';
import { readOrganisations } from './organisations.js';
import {
  type Loaded,
  packagedCatalogue,
  packagedOrganisations,
  packagedRanges,
  packagedTable,
  setOfRanges,
} from './packaged-data.js';
import { readCrawlerRanges } from './read-crawler-ranges.js';
import { readRangeFile } from './read-range-file.js';
import { type ReferenceData } from './reference-data.js';

export interface ReferenceDataOptions {
  /** Folder of newer files; see docs/operations/reference-data.md. Empty or absent: packaged data only. */
  readonly folder?: string;
  /** Also load who runs each autonomous system: 91,000 names, some 15 MB. */
  readonly organisations?: boolean;
}

/** The operator's files, by the data set each replaces. */
const FILES: ReadonlyMap<DataSetName, string> = new Map([
  ['asn-ipv4', 'asn-ipv4.csv'],
  ['asn-ipv6', 'asn-ipv6.csv'],
  ['country-ipv4', 'country-ipv4.csv'],
  ['country-ipv6', 'country-ipv6.csv'],
  ['crawler-ranges', 'crawler-ranges.json'],
]);

/**
 * Loads the packaged data, or the operator's file of the same kind where the folder has one that can be
 * used. A file that cannot is named in `refused`, and the packaged data of its kind stay in force.
 * Reads synchronously: 0.1 s of CPU for packaged data, some seconds for large files.
 *
 * @throws Error where the packaged data are not installed.
 */
export function loadReferenceData(options: ReferenceDataOptions = {}): ReferenceData {
  const folder = new OperatorFolder(options.folder ?? '');
  const table = (name: NetworkDataName): Loaded<AddressTable> =>
    folder.load(name, (path) => tableIn(path, name)) ?? packagedTable(name);
  const asnIpv4 = table('asn-ipv4');
  const asnIpv6 = table('asn-ipv6');
  const countryIpv4 = table('country-ipv4');
  const countryIpv6 = table('country-ipv6');
  const ranges = folder.load('crawler-ranges', rangesIn) ?? packagedRanges();
  const tables = {
    'asn-ipv4': asnIpv4.content,
    'asn-ipv6': asnIpv6.content,
    'country-ipv4': countryIpv4.content,
    'country-ipv6': countryIpv6.content,
  };
  const names =
    options.organisations === true ? organisations([asnIpv4.set, asnIpv6.set]) : undefined;
  const loaded = [asnIpv4, asnIpv6, countryIpv4, countryIpv6, ranges];
  return {
    networks: new Networks(tables, names),
    crawlers: ranges.content,
    sets: [...loaded.map(({ set }) => set), packagedCatalogue()],
    refused: folder.refused,
  };
}

/** Content, date and description of one file, or why it cannot be used. */
type Read<Content> = Loaded<Content> | { readonly problem: string };

/** The folder of the operator's files; remembers which were refused. */
class OperatorFolder {
  readonly refused: RefusedFile[];

  constructor(private readonly folder: string) {
    this.refused = folder === '' ? [] : strangersIn(folder);
  }

  load<Content>(name: DataSetName, read: (path: string) => Read<Content>): Loaded<Content> | null {
    const path = join(this.folder, FILES.get(name) ?? name);
    if (this.folder === '' || !existsSync(path)) return null;
    const result = unlessUnreadable(() => read(path));
    if (!('problem' in result)) return result;
    this.refused.push({ name, path, problem: result.problem });
    return null;
  }
}

/** Data files by names that mean nothing: a typing error would go unnoticed otherwise. */
function strangersIn(folder: string): RefusedFile[] {
  const names = unlessUnreadable(() => readdirSync(folder));
  if ('problem' in names) return [{ name: null, path: folder, problem: names.problem }];
  const known = [...FILES.values()];
  return names
    .filter((name) => /\.(?:csv|json)$/.test(name) && !known.includes(name))
    .map((name) => ({
      name: null,
      path: join(folder, name),
      problem: `is none of ${known.join(', ')}`,
    }));
}

function unlessUnreadable<Result extends object>(read: () => Result): Result | { problem: string } {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { problem: `cannot be read (${code})` };
  }
}

function tableIn(path: string, name: NetworkDataName): Read<AddressTable> {
  const date = fileDate(path);
  if (date === null) return { problem: BAD_DATE };
  const file = readRangeFile(path, name);
  if ('problem' in file) return file;
  const { table, entries } = file;
  const set: DataSet = { name, date, source: path, licence: '', entries, origin: 'file' };
  return { content: table, set };
}

const BAD_DATE = 'its .date file has to hold a date like 2026-06-17';

function rangesIn(path: string): Read<CrawlerRanges> {
  const read = readCrawlerRanges(path);
  if (!(read instanceof CrawlerRanges)) return read;
  const set = setOfRanges(read, path);
  const date = set.date === '' ? fileDate(path) : set.date;
  return date === null ? { problem: BAD_DATE } : { content: read, set: { ...set, date } };
}

/** Names from the files in force, the newer before the packaged ones. */
function organisations(sets: readonly DataSet[]): ReadonlyMap<number, string> {
  const names = packagedOrganisations();
  for (const { origin, source } of sets) {
    if (origin !== 'file') continue;
    for (const [asn, name] of readOrganisations(source)) names.set(asn, name);
  }
  return names;
}
