import { type JsonRecord } from '#libs/traffic';

/** Whether a parsed value is an object, neither null nor an array. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of an object itself, never one that all objects have. */
export function ownField(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A field of an object where it is text; else undefined. */
export function ownText(record: JsonRecord, key: string): string | undefined {
  const value = ownField(record, key);
  return typeof value === 'string' ? value : undefined;
}

/** A field of an object where it is an object; else undefined. */
export function ownRecord(record: JsonRecord, key: string): JsonRecord | undefined {
  const value = ownField(record, key);
  return isRecord(value) ? value : undefined;
}

/** A field of an object where it is a list; else undefined. */
export function ownList(record: JsonRecord, key: string): readonly unknown[] | undefined {
  const value = ownField(record, key);
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}
