import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalRequest } from '../canonical-request.js';
import { type LogFormatName } from '../log-format-name.js';
import { createRequestReader } from '../request-reader.js';

const FORMATS = join(import.meta.dirname, '../../../../../shared/formats');

interface Folder {
  readonly name: string;
  /** What a source of these lines calls its format. */
  readonly format: LogFormatName;
  /** Lines of another format than the folder's: read with `auto` only. */
  readonly others?: readonly string[];
  /** Cases that expect what this library does otherwise on purpose. */
  readonly otherwise?: readonly string[];
}

const FOLDERS: readonly Folder[] = [
  { name: 'nginx_combined', format: 'combined' },
  { name: 'nginx_main', format: 'combined' },
  {
    name: 'nginx_custom',
    format: 'vhost_combined',
    // NPMplus.
    others: ['nginx_custom-d010', 'nginx_custom-d013', 'nginx_custom-d014', 'nginx_custom-d015'],
  },
  { name: 'nginx_ingress_upstreaminfo', format: 'ingress_nginx' },
  { name: 'nginx_proxy_manager', format: 'nginx_proxy_manager' },
  // Paths and queries stay percent-encoded, as they were asked for.
  { name: 'apache', format: 'combined', otherwise: ['apache-d014', 'apache-d018'] },
  { name: 'cpanel', format: 'combined' },
  { name: 'traefik_clf', format: 'traefik_clf' },
  { name: 'zoraxy', format: 'zoraxy' },
  { name: 'fastly_clf', format: 'common' },
  { name: 'haproxy_http', format: 'haproxy' },
  { name: 'haproxy_tcp', format: 'haproxy' },
  { name: 'envoy_text', format: 'envoy_text' },
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

/** The first line of a case, without what a container runtime put in front of it. */
function lineOf({ raw }: Case): string {
  return (raw.split('\n', 1)[0] ?? '').replace(/^\S+ (?:stdout|stderr) [FP] /, '');
}

/** The canonical request, or the reason why there is none. */
function read(line: string, format: LogFormatName | 'auto'): object {
  const result = createRequestReader({ name: 'case', format })(line, { fields: [] });
  if (typeof result === 'string') return { error: result };
  return { error: undefined, ...canonicalRequest(result.request) };
}

/** An error where there is no request to read, else none beside the fields. Times to the millisecond, as events are. */
function expected({ quality, expected_canonical: fields }: Case): object {
  if (quality === 'primary-negative') return { error: expect.any(String) as unknown };
  const { event_time: time, ...rest } = fields;
  if (time === undefined) return { error: undefined, ...rest };
  const milliseconds = String(time).replace(
    /\.(\d{3})(\d)\d*Z$/,
    (_all, kept: string, next: string) =>
      `.${String(Number(kept) + (next >= '5' ? 1 : 0)).padStart(3, '0')}Z`,
  );
  return { error: undefined, event_time: new Date(milliseconds).toISOString(), ...rest };
}

if (existsSync(FORMATS)) {
  describe.each(FOLDERS)('third parties’ cases of $name', ({ name, format, ...folder }) => {
    const cases = casesOf(name).filter(({ id }) => folder.otherwise?.includes(id) !== true);
    const named = cases.filter(({ id }) => folder.others?.includes(id) !== true);

    it.each(cases)('$id, recognised', (given) => {
      expect(read(lineOf(given), 'auto')).toMatchObject(expected(given));
    });

    it.each(named)('$id, by name', (given) => {
      expect(read(lineOf(given), format)).toMatchObject(expected(given));
    });
  });
} else {
  console.warn(`Skipped: no cases of third parties at ${FORMATS}.`);
  it.skip('agrees with third parties (../shared/formats is absent)', () => undefined);
}
