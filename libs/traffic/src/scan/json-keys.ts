import { type JsonRecord } from '../json-record.js';

/** Whether an object has one of these keys. */
export function hasAnyKey(record: JsonRecord, keys: readonly string[]): boolean {
  for (let at = 0; at < keys.length; at++) {
    if (Object.hasOwn(record, keys[at] ?? '')) return true;
  }
  return false;
}
