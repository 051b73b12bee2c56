import { type JsonRecord } from '../json-record.js';
import { ownValue } from './json-value.js';

/** The keys that lead to a value, outermost first. */
export type JsonPath = readonly string[];

/** Dotted names with more parts are taken as one key: eight ways to read one are enough. */
const MOST_PARTS = 4;

/**
 * The ways in which a dotted name may be written: one key (`http.request.method`), nested, or a mixture
 * (`http` → `request.method`); a plain name has one.
 */
export function pathsOf(name: string): readonly JsonPath[] {
  const parts = name.split('.');
  return parts.length > MOST_PARTS ? [[name]] : joinings(parts);
}

function joinings(parts: readonly string[]): string[][] {
  if (parts.length === 0) return [[]];
  const paths: string[][] = [];
  for (let taken = parts.length; taken > 0; taken--) {
    const key = parts.slice(0, taken).join('.');
    for (const rest of joinings(parts.slice(taken))) paths.push([key, ...rest]);
  }
  return paths;
}

/** What lies at a path whose first key the record is known to have as its own. */
export function valueAt(record: JsonRecord, path: JsonPath): unknown {
  let value: unknown = record[path[0] ?? ''];
  for (let at = 1; at < path.length && value !== undefined; at++) {
    value = ownValue(value, path[at] ?? '');
  }
  return value;
}
