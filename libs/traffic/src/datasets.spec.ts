import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createLineParser } from './line-parser.js';

const DATASETS = join(import.meta.dirname, '../../../../shared/datasets');
const keyedHash = (value: string): string => value.length.toString(16).padStart(8, '0');

/** Logs of mail servers, kernels and other formats lie among these: there, not throwing is all. */
const NOT_ONLY_HTTP = 'crowdsec-hub-tests';
const MOST_REJECTED = 0.001;

function logsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.log(\.gz)?$/.test(path),
  );
}

function linesOf(path: string): string[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}

if (existsSync(DATASETS)) {
  describe('real logs', () => {
    const logs = logsIn(DATASETS);

    it.each(logs.filter((path) => !path.startsWith(NOT_ONLY_HTTP)))('reads %s', (path) => {
      const parse = createLineParser({ name: path, format: 'auto' }, keyedHash);
      const lines = linesOf(join(DATASETS, path));
      const rejected = lines.filter((line) => parse(line).kind === 'reject');
      expect(lines.length).toBeGreaterThan(0);
      expect(rejected.length / lines.length).toBeLessThan(MOST_REJECTED);
    });

    it(`survives every log of ${NOT_ONLY_HTTP}`, () => {
      const parse = createLineParser({ name: NOT_ONLY_HTTP, format: 'auto' }, keyedHash);
      const parsed = logs
        .filter((path) => path.startsWith(NOT_ONLY_HTTP))
        .flatMap((path) => linesOf(join(DATASETS, path)).map((line) => parse(line).kind));
      expect(parsed.filter((kind) => kind === 'event').length).toBeGreaterThan(500);
    });
  });
} else {
  console.warn(`Skipped: no real logs at ${DATASETS}; nothing is known about them from this run.`);
  it.skip('reads real logs (../shared/datasets is absent)', () => undefined);
}
