import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvelopeFailure } from './envelope-failure.js';
import { unwrap } from './unwrap.js';

const FORMATS = join(import.meta.dirname, '../../../../shared/formats');

interface Case {
  readonly id: string;
  readonly envelope: 'plain' | 'cri' | 'syslog3164' | 'azure_records' | 'other';
  readonly raw: string;
}

function casesOf(folder: string): Case[] {
  const path = join(FORMATS, folder, 'cases.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Case);
}

/** What lies in a case's envelope, taken out without any of the code under test. */
function expectedItems({ id, envelope, raw }: Case): unknown[] {
  if (id.startsWith('otlp_json')) return [expect.objectContaining({ body: null })];
  if (envelope === 'azure_records') return (JSON.parse(raw) as { records: unknown[] }).records;
  if (id.startsWith('fastly_json') && envelope === 'other') {
    return [JSON.parse(raw.slice(raw.indexOf('{')))];
  }
  return linesOf(raw).map((line) => {
    if (envelope === 'cri') return inside(line.slice(line.indexOf(' F ') + 3));
    if (envelope === 'syslog3164') return line.slice(line.indexOf(']: ') + 3);
    return inside(line);
  });
}

function linesOf(raw: string): string[] {
  return raw
    .replace(/\r?\n$/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}

/** JSON as the object it is, anything else as it stands. */
function inside(line: string): unknown {
  if (!line.startsWith('{')) return line;
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return line;
  }
}

if (existsSync(FORMATS)) {
  const folders = readdirSync(FORMATS).filter((folder) => casesOf(folder).length > 0);

  describe.each(folders)('the lines of %s', (folder) => {
    it.each(casesOf(folder).map((given) => [given.id, given] as const))('%s', (_id, given) => {
      const items = unwrap(Buffer.from(given.raw));
      expect(items.some((item) => item instanceof EnvelopeFailure)).toBe(false);
      expect(items).toEqual(expectedItems(given));
    });
  });
} else {
  console.warn(`Skipped: no cases of third parties at ${FORMATS}.`);
  it.skip('leaves records as they are (../shared/formats is absent)', () => undefined);
}
