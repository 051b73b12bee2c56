import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type AccessEvent } from '#libs/traffic';

import { type StoredLine } from './stored-line.js';
import { storedLineColumns, storedLinesTsv } from './stored-line-tsv.js';

const APPENDED = Date.UTC(2026, 2, 14, 12);

const event: AccessEvent = {
  eventTime: APPENDED - 1,
  eventTimeKind: 'end',
  clientAddress: '203.0.113.7',
  networkPeerAddress: '',
  httpRequestMethod: 'GET',
  urlScheme: 'https',
  serverAddress: 'shop.example',
  serverPort: null,
  urlPath: '/a\tb',
  urlQuery: '',
  requestLineOriginal: '',
  networkProtocolVersion: '1.1',
  httpResponseStatusCode: 200,
  httpResponseBodySize: 0,
  httpRequestSize: null,
  userAgentOriginal: 'curl/8',
  httpRequestReferer: '',
  httpRequestXForwardedFor: '',
  durationMs: null,
  requestId: '',
  sessionKey: '',
  accountKey: '',
  apiClient: '',
  urlPathTemplate: '/a',
  urlPathRole: 'other',
  requestProbe: '',
  redactions: ["query:it's"],
  details: null,
};

const position = { topic: 'logs', partition: 3, offset: 9, index: 1, appendTime: APPENDED };
const line = (changes: Partial<AccessEvent> = {}): StoredLine => ({
  position,
  source: 'edge',
  kind: 'event',
  format: 'combined',
  event: { ...event, ...changes },
});
const reject = (raw: string): StoredLine => ({
  position,
  source: 'edge',
  kind: 'reject',
  reason: 'bad_time',
  raw,
});

const encode = (...lines: StoredLine[]): Record<string, string>[] =>
  storedLinesTsv(lines, 1_000)
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((row) => {
      const fields = row.split('\t');
      expect(fields).toHaveLength(storedLineColumns.length);
      return Object.fromEntries(storedLineColumns.map((name, at) => [name, String(fields[at])]));
    });

describe('storedLinesTsv', () => {
  it('writes one field for each column, nothing absent invented', () => {
    expect(encode(line())[0]).toMatchObject({
      kafka_topic: 'logs',
      kafka_partition: '3',
      kafka_offset: '9',
      kafka_index: '1',
      kafka_append_time: '1773489600.000',
      reject_reason: '',
      event_time: '1773489599.999',
      client_address: '::ffff:203.0.113.7',
      network_peer_address: '::',
      server_port: '0',
      url_path: '/a\\tb',
      http_response_body_size: '0',
      http_request_size: '\\N',
      duration_ms: '\\N',
      redactions: "['query:it\\'s']",
    });
  });

  it('writes a reject with the defaults of the event columns', () => {
    expect(encode(reject('x\ny'))[0]).toMatchObject({
      reject_reason: 'bad_time',
      raw: 'x\\ny',
      event_time: '1970-01-01 00:00:00.000',
      event_time_kind: 'unknown',
      client_address: '::',
      http_response_status_code: '0',
      duration_ms: '\\N',
      redactions: '[]',
    });
  });

  it('replaces numbers that do not fit their column', () => {
    const odd = { serverPort: 70_000, httpResponseStatusCode: -1, httpResponseBodySize: 1.5 };
    expect(encode(line({ ...odd, httpRequestSize: 1e21, durationMs: Infinity }))[0]).toMatchObject({
      server_port: '0',
      http_response_status_code: '0',
      http_response_body_size: '\\N',
      http_request_size: '\\N',
      duration_ms: '\\N',
    });
  });

  it('keeps a host name beside the address columns', () => {
    expect(encode(line({ clientAddress: 'bot.example' }))[0]).toMatchObject({
      client_address: '::',
      client_host: 'bot.example',
    });
  });

  it('marks times ahead of or behind the append time', () => {
    const times = [APPENDED + 300_000, APPENDED + 300_001, APPENDED - 1_000, APPENDED - 1_001, NaN];
    const marks = encode(...times.map((eventTime) => line({ eventTime })));
    expect(marks.map((row) => row['event_time_suspect'])).toEqual(['0', '1', '0', '1', '1']);
  });

  it('writes as many rows and fields as it was given, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 150 }), (texts) => {
        const lines = texts.flatMap((text) => [
          line({ urlPath: text, clientAddress: text, redactions: [text] }),
          reject(text),
        ]);
        expect(encode(...lines)).toHaveLength(lines.length);
      }),
      { numRuns: 50 },
    );
  });
});
