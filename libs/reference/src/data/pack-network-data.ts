import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTable } from '../address/packed-table.js';
import { NETWORK_DATA, type NetworkDataName } from '../networks/network-tables.js';
import { readOrganisations } from './organisations.js';
import { readRangeFile } from './read-range-file.js';

interface Description {
  readonly name: string;
  readonly date: string;
  readonly entries: number;
}

/**
 * Makes the packaged data of the CSV files of a folder, in the layout of `REFERENCE_DATA_DIR`, and
 * writes their date and size into data-sets.json.
 *
 * @param from The folder of CSV files.
 * @param to The folder of the packaged data.
 * @param date The day the files are of, ISO 8601.
 * @throws Error naming file and line where a file cannot be used.
 */
export function packNetworkData(from: string, to: string, date: string): void {
  const entries = new Map<string, number>(
    NETWORK_DATA.map((name) => [name, packRanges(from, to, name)]),
  );
  writeFileSync(join(to, 'organisations.gz'), packOrganisations(from));
  const described = join(to, 'data-sets.json');
  const sets = JSON.parse(readFileSync(described, 'utf8')) as readonly Description[];
  const updated = sets.map((set) => {
    const count = entries.get(set.name);
    return count === undefined ? set : { ...set, date, entries: count };
  });
  writeFileSync(described, `${JSON.stringify(updated, null, 1)}\n`);
}

function packRanges(from: string, to: string, name: NetworkDataName): number {
  const path = join(from, `${name}.csv`);
  const file = readRangeFile(path, name);
  if ('problem' in file) throw new Error(`${path}: ${file.problem}`);
  writeFileSync(join(to, `${name}.gz`), packTable(file.table));
  return file.entries;
}

/** One `number<TAB>name` a line, by number. */
function packOrganisations(from: string): Buffer {
  const ipv6 = readOrganisations(join(from, 'asn-ipv6.csv'));
  const names = new Map([...ipv6, ...readOrganisations(join(from, 'asn-ipv4.csv'))]);
  const lines = [...names]
    .sort(([one], [other]) => one - other)
    .map(([asn, name]) => `${asn}\t${name.replaceAll(/\s+/g, ' ')}\n`);
  return gzipSync(lines.join(''), { level: 9 });
}
