import { AddressTableBuilder } from '../address/address-table-builder.js';
import { type AddressTable } from '../address/address-table.js';
import {
  type AddressFamily,
  compareAddresses,
  familyOf,
  type IpAddress,
  parseIpAddress,
} from '../address/ip-address.js';
import { countryNumber } from '../networks/country-number.js';
import { type NetworkDataName } from '../networks/network-tables.js';
import { fileLines } from './file-lines.js';

/** What a file of ranges holds. */
export interface RangeFile {
  readonly table: AddressTable;
  /** Rows of the file. */
  readonly entries: number;
}

/** A line that cannot be used, in words that follow the file's name. */
export interface BadLine {
  readonly problem: string;
}

interface Row {
  readonly first: IpAddress;
  readonly last: IpAddress;
  readonly value: number;
}

const MAX_ASN = 0xffff_ffff;

/**
 * Reads `first,last,asn[,organisation]` or `first,last,country`: addresses of one family in text, both
 * inclusive, sorted by the first. Empty lines and lines that begin with `#` are skipped.
 *
 * @throws whatever node:fs throws.
 */
export function readRangeFile(path: string, name: NetworkDataName): RangeFile | BadLine {
  const family = name.endsWith('ipv4') ? 'ipv4' : 'ipv6';
  const parseValue = name.startsWith('asn') ? asnIn : countryIn;
  const builder = new AddressTableBuilder(family);
  let previous: IpAddress | null = null;
  let entries = 0;
  let number = 0;
  for (const line of fileLines(path)) {
    number += 1;
    if (line === '' || line.startsWith('#')) continue;
    const row = readRow(line, family, parseValue);
    if (typeof row === 'string') return { problem: `line ${number}: ${row}` };
    if (previous !== null && compareAddresses(row.first, previous) < 0)
      return { problem: `line ${number}: begins before the line above; sort by first address` };
    builder.add(row.first, row.last, row.value);
    previous = row.first;
    entries += 1;
  }
  return entries === 0 ? { problem: 'holds no line' } : { table: builder.finish(), entries };
}

function readRow(
  line: string,
  family: AddressFamily,
  parseValue: (text: string) => number | string,
): Row | string {
  const firstComma = line.indexOf(',');
  const secondComma = line.indexOf(',', firstComma + 1);
  if (secondComma <= firstComma)
    return 'three columns are needed: first address, last address, value';
  const first = parseIpAddress(line.slice(0, firstComma));
  const last = parseIpAddress(line.slice(firstComma + 1, secondComma));
  if (first === null || familyOf(first) !== family) return `the first column has to be ${family}`;
  if (last === null || familyOf(last) !== family) return `the second column has to be ${family}`;
  if (compareAddresses(first, last) > 0) return 'the range ends before it begins';
  const thirdComma = line.indexOf(',', secondComma + 1);
  const value = parseValue(line.slice(secondComma + 1, thirdComma < 0 ? undefined : thirdComma));
  return typeof value === 'string' ? value : { first, last, value };
}

function asnIn(text: string): number | string {
  const digits = text.startsWith('AS') ? text.slice(2) : text;
  const asn = /^\d{1,10}$/.test(digits) ? Number(digits) : Infinity;
  return asn <= MAX_ASN ? asn : 'the third column has to be the number of an autonomous system';
}

function countryIn(text: string): number | string {
  if (text === '' || text === 'ZZ') return 0;
  return /^[A-Z]{2}$/.test(text)
    ? countryNumber(text)
    : 'the third column has to be a country of two capital letters';
}
