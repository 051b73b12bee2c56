import { type JsonRecord } from '../json-record.js';
import { repairJson } from './json-repair.js';

/** The JSON object of a line, with the repairs servers make necessary (`\xHH`); null where it is none. */
export function parseRecord(line: string): JsonRecord | null {
  const parsed = parseJson(line) ?? parseJson(repairJson(line));
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? (parsed as JsonRecord)
    : null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
