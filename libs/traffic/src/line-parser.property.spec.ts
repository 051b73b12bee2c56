import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createLineParser } from './line-parser.js';
import { type LogFormatName } from './log-format-name.js';

const keyedHash = (value: string): string => value.length.toString(16).padStart(8, '0');
const FORMATS: readonly (LogFormatName | 'auto')[] = [
  'auto',
  'combined',
  'vhost_combined',
  'common',
  'nginx_json',
];

/** Characters that mean something to some part of the reader. */
const CHARACTERS =
  '[ ] " \\ % ? & ; = @ : / . - + { } $ \' < > x X 0 9 a Z e y J \u0000 \u007f \ud800 \ufffd \u{1f600}'
    .split(' ')
    .concat(' ');
const HOSTILE = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 400 });

const ANY = fc.oneof(HOSTILE, fc.string({ unit: 'binary', maxLength: 200 }));

const CLF = fc
  .record({ head: ANY, request: ANY, status: ANY, referer: ANY, agent: ANY, tail: ANY })
  .map(
    ({ head, request, status, referer, agent, tail }) =>
      `192.0.2.1 ${head} [22/Nov/2026:22:00:00 +0000] "GET /${request} HTTP/1.1" ${status} 5 "${referer}" "${agent}" ${tail}`,
  );

const FIELDS = fc.constantFrom(
  'msec',
  'remote_addr',
  'request',
  'uri',
  'args',
  'status',
  'host',
  'http_user_agent',
  'user',
);
const JSON_LINE = fc
  .dictionary(FIELDS, fc.oneof(ANY, fc.double(), fc.jsonValue()))
  .map((fields) =>
    JSON.stringify({ msec: 1, remote_addr: '192.0.2.1', request: 'GET / HTTP/1.1', ...fields }),
  );

describe('createLineParser on anything', () => {
  it('never throws, never dawdles, and says the same twice', () => {
    fc.assert(
      fc.property(fc.oneof(ANY, CLF, JSON_LINE), fc.constantFrom(...FORMATS), (line, format) => {
        const start = process.cpuUsage();
        const first = createLineParser({ name: 'any', format }, keyedHash)(line);
        expect(process.cpuUsage(start).user).toBeLessThan(100_000);
        expect(createLineParser({ name: 'any', format }, keyedHash)(line)).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });

  it('never lets an event without client or with an impossible time pass', () => {
    const parse = createLineParser({ name: 'any', format: 'auto' }, keyedHash);
    fc.assert(
      fc.property(fc.oneof(CLF, JSON_LINE), (line) => {
        const parsed = parse(line);
        if (parsed.kind === 'reject') return;
        expect(parsed.event.clientAddress).not.toBe('');
        expect(Number.isFinite(parsed.event.eventTime)).toBe(true);
        expect(parsed.event.urlPathTemplate.length).toBeLessThanOrEqual(256);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['"', '\\', '\\"', '" ', '[', '] "', '%', '%25', 'a=', '@', 'eyJ', '{', '../', ' '])(
    'reads a megabyte of %p in linear time',
    (unit) => {
      const parse = createLineParser({ name: 'any', format: 'auto' }, keyedHash);
      const long = unit.repeat(Math.floor(1_000_000 / unit.length));
      const start = process.cpuUsage();
      parse(long);
      parse(
        `192.0.2.1 - ${long} [22/Nov/2026:22:00:00 +0000] "GET /${long.slice(0, 9000)} HTTP/1.1" 200 5`,
      );
      parse(
        `192.0.2.1 - - [22/Nov/2026:22:00:00 +0000] "GET / HTTP/1.1" 200 5 "${long}" "${long}" ${long}`,
      );
      parse(`{${long}`);
      expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
    },
  );
});
