import ipaddr from 'ipaddr.js';
import { readFileSync } from 'node:fs';
import { CrawlerRanges } from '../ranges/crawler-ranges.js';
import { type RangeList } from '../ranges/range-list.js';

export interface BadField {
  readonly problem: string;
}

const BASES: readonly unknown[] = ['published', 'network', 'earlier'];

/** What each field of a list has to be. */
const FIELDS: Readonly<
  Record<keyof RangeList, readonly [isRight: (value: unknown) => boolean, allowed: string]>
> = {
  operator: [isName, 'a name'],
  name: [isName, 'a name'],
  source: [isName, 'where the list comes from'],
  date: [isDay, 'a day like 2026-06-17 or null'],
  basis: [(value) => BASES.includes(value), 'published, network or earlier'],
  complete: [(value) => typeof value === 'boolean', 'true or false'],
  covers: [(value) => Array.isArray(value) && value.every(isName), 'an array of crawler names'],
  prefixes: [
    (value) => Array.isArray(value) && value.length > 0 && value.every(isPrefix),
    'an array of prefixes like 192.0.2.0/24, at least one',
  ],
};

/**
 * Reads `{"lists": [...]}` in the layout of data/crawler-ranges.json. @throws whatever node:fs throws.
 */
export function readCrawlerRanges(path: string): CrawlerRanges | BadField {
  const lists = listsIn(readFileSync(path, 'utf8'));
  if ('problem' in lists) return lists;
  for (const [index, list] of lists.entries()) {
    const problem = problemIn(list);
    if (problem !== null) return { problem: `lists[${index}]${problem}` };
  }
  return new CrawlerRanges(lists as readonly RangeList[]);
}

function listsIn(text: string): readonly unknown[] | BadField {
  try {
    const parsed: unknown = JSON.parse(text);
    const lists = isRecord(parsed) ? parsed['lists'] : undefined;
    const isUsable = Array.isArray(lists) && lists.length > 0;
    return isUsable ? (lists as unknown[]) : { problem: 'lists has to be an array, not empty' };
  } catch {
    return { problem: 'is no JSON' };
  }
}

function problemIn(list: unknown): string | null {
  if (!isRecord(list)) return ' has to be an object';
  for (const [field, [isRight, allowed]] of Object.entries(FIELDS)) {
    if (!isRight(list[field])) return `.${field} has to be ${allowed}`;
  }
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isDay(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === 'string' &&
      /^\d{4}-\d{2}-\d{2}$/.test(value) &&
      Number.isFinite(Date.parse(value)))
  );
}

function isPrefix(value: unknown): boolean {
  return typeof value === 'string' && ipaddr.isValidCIDR(value);
}
