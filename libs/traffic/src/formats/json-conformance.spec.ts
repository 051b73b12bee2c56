import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalRequest } from '../canonical-request.js';
import { type JsonRecord } from '../json-record.js';
import { type LogFormatName } from '../log-format-name.js';
import { createRequestReader } from '../request-reader.js';
import { type Source } from '../source.js';

const FORMATS = join(import.meta.dirname, '../../../../../shared/formats');

/** Folder and format, with cases that expect one field otherwise than this library has it, on purpose. */
const FOLDERS: readonly (readonly [string, LogFormatName, Readonly<Record<string, string>>])[] = [
  // Expects when the line was written, to the second; `StartUTC` says the start, to the nanosecond.
  ['traefik_json', 'traefik_json', { 'traefik_json-d001': 'event_time' }],
  // Expects `ts` cut to the second.
  [
    'caddy_json',
    'caddy_json',
    {
      'caddy_json-d001': 'event_time',
      'caddy_json-d002': 'event_time',
      'caddy_json-d003': 'event_time',
      'caddy_json-d004': 'event_time',
      'caddy_json-d005': 'event_time',
    },
  ],
  ['envoy_json', 'envoy_json', {}],
  ['cloudflare_logpush', 'cloudflare_logpush', {}],
  ['fastly_json', 'fastly_json', {}],
  ['akamai_ds2', 'akamai_ds2', {}],
  ['azure_frontdoor', 'azure_front_door', {}],
  // Expects the gateway's own routing as the visitor's query.
  ['azure_appgw', 'azure_app_gateway', { 'azure_appgw-d001': 'url_query' }],
  ['gcp_lb', 'gcp_load_balancer', {}],
  ['ecs_json', 'ecs_json', {}],
  ['apisix_kafka_logger', 'apisix', {}],
  ['f5_ltm_ts', 'f5_json', {}],
  ['nginx_json', 'nginx_json', {}],
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

/** The object inside a case's envelope: unwrapping is another library's. */
function recordOf(raw: string): JsonRecord {
  const object = JSON.parse(raw.slice(raw.indexOf('{'))) as JsonRecord;
  const [first] = (object['records'] ?? []) as readonly JsonRecord[];
  return first ?? object;
}

/** Fractions are rounded to the millisecond. */
function instantOf(text: string): number {
  const fraction = /\.\d+/.exec(text)?.[0] ?? '.0';
  return Date.parse(text.replace(fraction, '')) + Math.round(Number(fraction) * 1000);
}

/** As the scoring program compares: instants, and names without regard to case. */
function comparable(fields: Readonly<Record<string, string | number>>): object {
  const entries = Object.entries(fields).map(([field, value]) => {
    if (field === 'event_time') return [field, instantOf(String(value))];
    return /method|scheme|server_address/.test(field)
      ? [field, String(value).toLowerCase()]
      : [field, value];
  });
  return Object.fromEntries(entries) as object;
}

function read(
  given: Case,
  format: Source['format'],
): ReturnType<ReturnType<typeof createRequestReader>> {
  return createRequestReader({ name: 'case', format })(recordOf(given.raw), { fields: [] });
}

if (existsSync(FORMATS)) {
  describe.each(FOLDERS)('third parties’ cases of %s', (folder, format, otherwise) => {
    const cases = casesOf(folder);
    if (cases.length === 0) {
      it.skip('has no cases', () => undefined);
      return;
    }

    it.each(cases)('$id, read as the format it is, and as the one recognised', (given) => {
      for (const name of [format, 'auto'] as const) {
        const result = read(given, name);
        if (typeof result === 'string') throw new Error(`rejected as ${name}: ${result}`);
        const expected: Record<string, string | number> = { ...given.expected_canonical };
        const field = otherwise[given.id];
        if (field !== undefined) Reflect.deleteProperty(expected, field);
        expect(comparable(canonicalRequest(result.request))).toMatchObject(comparable(expected));
      }
    });

    it.each(cases.filter(({ quality }) => quality !== 'synthetic'))('recognises $id', (given) => {
      expect(read(given, 'auto')).toMatchObject({ format });
    });
  });
} else {
  console.warn(`Skipped: no cases of third parties at ${FORMATS}.`);
  it.skip('agrees with third parties (../shared/formats is absent)', () => undefined);
}
