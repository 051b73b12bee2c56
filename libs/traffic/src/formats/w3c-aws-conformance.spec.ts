import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalRequest } from '../canonical-request.js';
import { type LogFormatName } from '../log-format-name.js';
import { createRequestReader, type ReadRequest } from '../request-reader.js';
import { type RejectReason } from '../reject-reason.js';
import { logTime } from '../scan/log-time.js';

const FORMATS = join(import.meta.dirname, '../../../../../shared/formats');

/** Folder → the format that must read it and that `auto` must find. */
const FOLDERS: readonly (readonly [string, LogFormatName])[] = [
  ['iis', 'iis_w3c'],
  ['netscaler_w3c', 'iis_w3c'],
  ['incapsula_w3c', 'iis_w3c'],
  ['cloudfront_standard', 'cloudfront_standard'],
  ['cloudfront_realtime', 'cloudfront_realtime'],
  ['aws_alb', 'aws_alb'],
  ['aws_clb', 'aws_elb'],
  ['aws_s3', 'aws_s3'],
];

interface Case {
  readonly id: string;
  readonly quality: string;
  readonly raw: string;
  readonly expected_canonical: Readonly<Record<string, string | number>>;
}

function casesOf(folder: string): Case[] {
  const lines = readFileSync(join(FORMATS, folder, 'cases.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Case);
}

/** The first request of a case's lines, which share their header; else why its last line is none. */
function firstRequest(raw: string, format: LogFormatName | 'auto'): ReadRequest | RejectReason {
  const read = createRequestReader({ name: 'conformance', format });
  const context = { fields: [] };
  let last: RejectReason = 'empty';
  for (const line of raw.split('\n')) {
    const result = read(line, context);
    if (typeof result !== 'string') return result;
    last = result;
  }
  return last;
}

const INSENSITIVE = new Set(['http_request_method', 'url_scheme', 'server_address']);

/** As third parties compare: instants to the millisecond, names of hosts without case. */
function comparable(key: string, value: string | number | undefined): string | number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  if (key === 'event_time') return logTime(value);
  return INSENSITIVE.has(key) ? value.toLowerCase() : value;
}

function check(given: Case, result: ReadRequest | RejectReason): void {
  if (given.quality === 'primary-negative') {
    expect(typeof result).toBe('string');
    return;
  }
  if (typeof result === 'string') throw new Error(`rejected: ${result}`);
  const read = canonicalRequest(result.request);
  for (const [key, expected] of Object.entries(given.expected_canonical)) {
    const got = comparable(key, read[key]);
    expect([key, got]).toStrictEqual([key, comparable(key, expected)]);
  }
}

if (existsSync(FORMATS)) {
  describe.each(FOLDERS)('third parties’ cases of %s', (folder, format) => {
    const cases = casesOf(folder);
    if (cases.length === 0) it.skip('has none', () => undefined);
    else {
      it.each(cases)('$id, named', (given) => {
        check(given, firstRequest(given.raw, format));
      });
      it.each(cases)('$id, guessed', (given) => {
        const result = firstRequest(given.raw, 'auto');
        check(given, result);
        if (typeof result !== 'string') expect(result.format).toBe(format);
      });
    }
  });
} else {
  console.warn(`Skipped: no cases of third parties at ${FORMATS}.`);
  it.skip('agrees with third parties (../shared/formats is absent)', () => undefined);
}
