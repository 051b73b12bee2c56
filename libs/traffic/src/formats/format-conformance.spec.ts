import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccessEvent } from '../access-event.js';
import { createLineParser } from '../line-parser.js';

const FORMATS = join(import.meta.dirname, '../../../../../shared/formats');

/** Folder → cases that expect what this library does otherwise on purpose. */
const FOLDERS: readonly (readonly [string, readonly string[]])[] = [
  // Redacted: an e-mail address in a path, a share token in a query.
  ['nginx_combined', ['nginx_combined-d022', 'nginx_combined-d028']],
  ['nginx_main', []],
  // A layout of its own, with the time first.
  [
    'nginx_custom',
    ['nginx_custom-d010', 'nginx_custom-d013', 'nginx_custom-d014', 'nginx_custom-d015'],
  ],
  // Paths stay percent-encoded as they were asked for; a log of TLS requests.
  ['apache', ['apache-d014', 'apache-d018']],
  ['nginx_ingress_upstreaminfo', []],
  ['traefik_clf', []],
  ['fastly_clf', []],
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

function canonical(event: AccessEvent): Record<string, string | number | null> {
  return {
    event_time: new Date(event.eventTime).toISOString().replace('.000', ''),
    client_address: event.clientAddress,
    server_address: event.serverAddress,
    http_request_method: event.httpRequestMethod,
    url_path: event.urlPath,
    url_query: event.urlQuery,
    request_line_original: event.requestLineOriginal,
    network_protocol_version: event.networkProtocolVersion,
    http_response_status_code: event.httpResponseStatusCode,
    http_response_body_size: event.httpResponseBodySize,
    http_request_size: event.httpRequestSize,
    http_request_referer: event.httpRequestReferer,
    user_agent_original: event.userAgentOriginal,
    x_forwarded_for: event.httpRequestXForwardedFor,
    duration_ms: event.durationMs,
    request_id: event.requestId,
    user_name: event.accountKey,
  };
}

if (existsSync(FORMATS)) {
  describe.each(FOLDERS)('third parties’ cases of %s', (folder, otherwise) => {
    it.each(casesOf(folder).filter(({ id }) => !otherwise.includes(id)))('$id', (given) => {
      const parse = createLineParser({ name: folder, format: 'auto' }, (value) => value);
      const parsed = parse(given.raw.split('\n', 1)[0] ?? '');
      if (given.quality === 'primary-negative') {
        expect(parsed.kind).toBe('reject');
        return;
      }
      const read = parsed.kind === 'event' ? canonical(parsed.event) : parsed;
      expect(read).toMatchObject(given.expected_canonical);
    });
  });
} else {
  console.warn(`Skipped: no cases of third parties at ${FORMATS}.`);
  it.skip('agrees with third parties (../shared/formats is absent)', () => undefined);
}
