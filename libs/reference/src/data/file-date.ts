import { existsSync, readFileSync, statSync } from 'node:fs';

/** `2026-06-17`, with or without a time of day in UTC. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/**
 * What a data file is as of: the date in `<file>.date`, else when the file was last written. Null where
 * there is a `.date` file and no date in it. @throws whatever node:fs throws.
 */
export function fileDate(path: string): string | null {
  const beside = `${path}.date`;
  if (!existsSync(beside)) return statSync(path).mtime.toISOString();
  const text = readFileSync(beside, 'utf8').trim();
  return DATE.test(text) && Number.isFinite(Date.parse(text)) ? text : null;
}
