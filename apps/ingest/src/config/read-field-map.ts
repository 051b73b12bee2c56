import { readFileSync } from 'node:fs';
import { ConfigError } from '#libs/platform';
import { type JsonFieldMap } from '#libs/traffic';

/**
 * The field map of SOURCE_FIELD_MAP: a JSON object of canonical field → key, or keys, in the log.
 *
 * @throws ConfigError
 */
export function readFieldMap(path: string): JsonFieldMap {
  let map: unknown;
  try {
    map = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw wrong('must be the path of a readable JSON file');
  }
  if (!isFieldMap(map)) throw wrong('must name a JSON object of field names to keys in the log');
  return map;
}

function wrong(problem: string): ConfigError {
  return new ConfigError([{ variable: 'SOURCE_FIELD_MAP', problem }]);
}

function isFieldMap(map: unknown): map is JsonFieldMap {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return false;
  return Object.values(map).every(
    (keys) => isKey(keys) || (Array.isArray(keys) && keys.every(isKey)),
  );
}

function isKey(key: unknown): boolean {
  return typeof key === 'string' && key !== '';
}
