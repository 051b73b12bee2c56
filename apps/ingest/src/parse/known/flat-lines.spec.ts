import { describe, expect, it } from '@jest/globals';
import { JSON_FIELDS, type Source } from '#libs/traffic';
import fc from 'fast-check';
import {
  asMessages,
  asText,
  bytesOf,
  encoded,
  expectSameRows,
  knownRows,
} from './testing/expect-same-rows.js';
import { nginxObject as nginx } from './testing/nginx-object.js';

const source = (format: Source['format'] = 'auto'): Source => ({
  name: 's',
  format,
  defaultHost: 'Default.example',
  clockCorrectionMs: 7,
});

const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const bare = (...texts: string[]): readonly string[] => texts;
const text = (...texts: string[]): readonly string[] => texts.map((one) => JSON.stringify(one));

/** Values as they are written, the usual one of each field first. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  msec: bare('1795381200', '1795381200.25', '1795381200250', '"1795381200.250"', '1', '0', '1e9'),
  time_iso8601: text(
    ...['2026-11-22T22:00:00+00:00', '2026-11-22T22:00:00.5Z', '2026-11-22T22:00:60.123+0130'],
    ...['2026-11-22 22:00:00', '2026-02-31T00:00:00Z', '2026-11-22T24:00:00Z', '2026-11-22T22:00Z'],
    ...['2026/11/22T22:00:00 UTC', '[2026-11-22T22:00:00Z]', '2026-11-22T22:00:00.1234Z'],
  ),
  time_local: text('22/Nov/2026:22:00:00 +0100', '31/Feb/2026:22:00:00 +0100', '22/Nov/2026:22:00'),
  remote_addr: text(
    '192.0.2.7',
    '66.249.66.1',
    '2001:DB8::1',
    '1.2.3.4:5',
    'host',
    '::ffff:1.2.3.4',
  ),
  remote_port: bare('"443"', '51234', '0', '65536', '"x"'),
  realip_remote_addr: text('192.0.2.7', '10.0.0.1'),
  host: text('a.example', 'A.example:8443', '_', '[2001:db8::1]:80', 'a.example:99999'),
  scheme: text('https', 'HTTP'),
  server_port: bare('443', '"8080"', '0', '70000', '443.5'),
  request: text(
    ...['GET /a?b=1 HTTP/1.1', 'POST /login HTTP/2.0', 'GET /a b HTTP/1.1', 'CONNECT /x HTTP/1.1'],
    ...[
      '_ET /a HTTP/1.1',
      'get /a HTTP/1.1',
      'GET http://a.example/ HTTP/1.1',
      '/only',
      'GET /a',
      'GET  /a HTTP/1.0',
    ],
  ),
  request_method: text('GET', 'POST', 'HEAD', 'CONNECT', 'get', 'GE T', 'PRI', 'POSTX', '_ET'),
  request_uri: text(
    ...['/', '/a', '/a?', '/a?b=1', '/.env', '/login?next=%2F', '/a b', 'a', '*', '/a?x=../../etc'],
    ...[
      '/forum.php?action=postreply',
      '/u/a@b.example',
      '/x?token=abcdef123456',
      'http://a.example/',
    ],
  ),
  path: text('/p', '/p?q=1', '/wp-login.php'),
  args: text('a=1', '?a=1', 'id=1 union select 2', 'a b'),
  server_protocol: text('HTTP/1.1', 'HTTP/2.0', 'http/3', 'H2', 'SPDY', '2.0.0.0'),
  status: bare('200', '"404"', '99', '099', '0', '1000', '"2xx"', '200.0', '"404 Not Found"'),
  body_bytes_sent: bare('0', '"12"', '123456789012345', '1234567890123456', '1.5', '-1', '007'),
  bytes_out: bare('77'),
  total_bytes_sent: bare('900', '"901"'),
  request_length: bare('400', '"4 00"'),
  http_referer: text('https://a.example/b', 'https://u:p@a.example/', 'Mozilla/5.0', 'x{y'),
  http_user_agent: text('curl/8.5.0', 'Mozilla/5.0 (compatible; Googlebot/2.1)', '${jndi:x}', 'é'),
  http_x_forwarded_for: text('203.0.113.9', '203.0.113.9, 10.0.0.1'),
  http_accept_language: text('de-DE', 'en'),
  http_x_request_id: text('r-1'),
  request_time: bare(
    '0.015',
    '"0.015"',
    '12',
    '0.1234567890123',
    '0.12345678901234567',
    '1e-3',
    '"5ms"',
  ),
  duration_ms: bare('15', '0.5', '"0.25"'),
  duration_us: bare('1500'),
  duration_ns: bare('1500000'),
  request_id: text('79feb1c7', 'r'.repeat(255), 'r'.repeat(256), 'a"b', 'a\\b'),
  trace_id: text('4bf92f35'),
  session_id: text('s-1', 's-2'),
  remote_user: text('alice', 'a@b.example'),
  client_id: text('tpp-1'),
  consent_id: text('c-1'),
  ssl_protocol: text('TLSv1.3', 'SSLv3', 'nonsense'),
  ssl_cipher: text('TLS_AES_128_GCM_SHA256'),
  ja3: text('e7d705a3286e19ea42f587b344ee6865'),
  upstream_cache_status: text('HIT'),
  edge_location: text('FRA'),
  geoip_country_code: text('de', 'XYZ'),
  asn: bare('3320'),
  sample_rate: bare('0.5', '1'),
  message: text('x', '192.0.2.7 - - [22/Nov/2026:22:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'),
  service_id: text('s'),
  time_elapsed: bare('5'),
  EdgeResponseStatus: bare('200'),
  event_source: text('request_logging', 'x'),
  other: bare(
    '1',
    '1.',
    'true',
    'false',
    '[1]',
    '{"a":1}',
    '-',
    '1.0',
    '01',
    '"\\u0041"',
    '"\u0001"',
  ),
  Status: bare('201'),
  '7': bare('1'),
  ['__proto__']: bare('1'),
  ['k'.repeat(70)]: bare('1'),
};
const KEYS = Object.keys(VALUES);
const USUAL = ['msec', 'remote_addr', 'request_method', 'request_uri', 'status', 'server_protocol'];

const ODD = ['null', '""', '"-"', 'true', '{}', '[]', '-1', '"1"', '1', 'x'];

/** Mostly the usual value: a line of which several pieces are odd proves nothing of any of them. */
const valueOf = (key: string): fc.Arbitrary<string> => {
  const values = VALUES[key] ?? ['1'];
  return fc.oneof(
    { weight: 12, arbitrary: oneOf(...values.slice(0, 1)) },
    { weight: 4, arbitrary: oneOf(...values) },
    { weight: 1, arbitrary: oneOf(...ODD) },
  );
};
const keys = fc
  .tuple(fc.subarray(USUAL, { minLength: 4 }), fc.subarray(KEYS, { maxLength: 8 }))
  .map(([usual, others]) => [...usual, ...others]);
const separators = oneOf(',', ',', ',', ', ', ' ,', ',\t');

/** Objects with the same keys, as one server writes them. */
const lines = fc
  .tuple(keys, separators, oneOf(':', ':', ': '))
  .chain(([names, comma, colon]) =>
    fc
      .array(fc.tuple(...names.map(valueOf)), { minLength: 1, maxLength: 8 })
      .map((objects) =>
        objects.map(
          (values) =>
            `{${values.map((value, at) => `"${names[at] ?? ''}"${colon}${value}`).join(comma)}}`,
        ),
      ),
  );

/** Where a request line tells method and path. */
const NO_TARGET = { request_method: null, request_uri: null };

const FIELD_MAP = {
  eventTime: 'msec',
  clientAddress: ['other', 'remote_addr'],
  httpRequestMethod: 'request_method',
  url: ['request_uri', 'path'],
  httpResponseStatusCode: 'status',
  durationUs: 'request_time',
  sessionKey: 'request_id',
};

/** What fields may tell, each something that one of them makes a row of. */
const TOLD = [
  ...['text', '', '-', 0, 1, 200, 404, 8443, 15, 0.5, true, null, '1', '0.015', '25 ms'],
  ...[1_795_381_201.5, '2026-11-22T22:00:01.5Z', '22/Nov/2026:22:00:01 +0000'],
  ...['192.0.2.8', '192.0.2.8:4711', '2001:db8::8', '192.0.2.9, 10.0.0.1', 'AS3320', 'DE'],
  ...['POST', '/told?by=2', '/told', 'by=2', 'POST /told?by=2 HTTP/1.0', 'https', 'told.example'],
  ...['HTTP/1.0', 'TLSv1.3', 'https://b.example/', 'Mozilla/5.0 (X11)', 'HIT', 'edge'],
];

describe('FlatLines', () => {
  it('makes the rows the general reader makes of any objects', () => {
    fc.assert(
      fc.property(
        fc.array(lines, { minLength: 1, maxLength: 4 }),
        oneOf('auto', 'nginx_json', 'json'),
        (some, format) => {
          const fieldMap = format === 'json' ? { fieldMap: FIELD_MAP } : {};
          const mixed = [...some.flat(), ...some.flat().toReversed()];
          expectSameRows({ ...source(format as Source['format']), ...fieldMap }, mixed, asMessages);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes the rows the general reader makes of objects with one place changed', () => {
    const usual = nginx();
    const changed = fc
      .tuple(fc.nat(usual.length), fc.nat(3), fc.string({ maxLength: 3, unit: 'binary' }))
      .map(([at, gone, put]) => usual.slice(0, at) + put + usual.slice(at + gone));
    fc.assert(
      fc.property(fc.array(changed, { minLength: 1, maxLength: 30 }), (some) => {
        expectSameRows(source(), [usual, ...some, usual], asMessages);
      }),
      { numRuns: 40 },
    );
  });

  it.each(JSON_FIELDS)(
    'makes the rows the general reader makes of objects that tell %s',
    (field) => {
      const mapped = { ...source('json'), fieldMap: { ...FIELD_MAP, [field]: 'told' } };
      expectSameRows(
        mapped,
        TOLD.map((told) => nginx({ told })),
        asMessages,
      );
    },
  );

  it('keeps rows right when its vocabulary is emptied between them', () => {
    const some = Array.from({ length: 18_000 }, (_, at) =>
      nginx({
        host: `h${at % 17_000}.example`,
        request_uri: `/a?q=${at}`,
        ssl_cipher: `c${at % 7}`,
      }),
    );
    const messages = some.map((one) => Buffer.from(one));
    const found = encoded(source(), messages);
    expect(found.columns).toEqual(encoded(asText(source()), messages).columns);
    const sent = bytesOf(found).toString('latin1');
    for (const one of ['h0.example', 'h16999.example', 'q=17999']) expect(sent).toContain(one);
  });

  it('takes what it knows of a host with every source for itself', () => {
    expectSameRows(source(), [
      nginx({ host: '_' }),
      nginx({ host: 'b.example' }),
      nginx({ host: '_' }),
    ]);
  });

  it.each<[string, string]>([
    ['as a server writes it', nginx()],
    ['with a request line', nginx({ request_uri: null, request: 'GET /a?b HTTP/1.1' })],
    ['with a request line alone', nginx({ ...NO_TARGET, request: 'POST /a?b HTTP/1.0' })],
    ['with method and path beside another request line', nginx({ request: 'PUT /b HTTP/1.0' })],
    ['without a version', nginx({ server_protocol: null })],
    ['with a query of its own', nginx({ request_uri: '/a', args: 'b=c' })],
    ['with two queries', nginx({ request_uri: '/a?b', args: 'c=d' })],
    ['with spaces', nginx().replaceAll('":', '": ').replaceAll(',"', ', "')],
    [
      'with texts for numbers',
      nginx({ status: '200', request_time: '0.015', msec: '1795381200.250' }),
    ],
    ['with other times', nginx({ msec: null, time_iso8601: '2026-11-22T22:00:00+01:00' })],
    ['with times as in text logs', nginx({ msec: null, time_local: '22/Nov/2026:22:00:00 +0100' })],
    ['that says little', nginx({ http_referer: '', http_user_agent: '-', host: null })],
    ['with a line end', `${nginx()}\r\n`],
  ])('knows an object %s', (_, line) => {
    expect(knownRows(source(), [line, line])).toBe(2);
    expectSameRows(source(), [line, line]);
  });

  it.each<[string, string]>([
    ['with a nested value', nginx({ headers: {} })],
    ['with an escape', nginx({ http_user_agent: 'a"b' })],
    ['with a delete character', nginx({ ssl_cipher: 'a\u007fb' })],
    ['with a header of its own', nginx({ http_accept_language: 'de' })],
    ['that carries a line', nginx({ message: 'x' })],
    ['without an address', nginx({ remote_addr: '-' })],
    ['of another format', nginx({ RequestMethod: 'GET' })],
    ['told by the value of a key', nginx({ event_source: 'request_logging' })],
    ['told by the value of another key', nginx({ telemetryEventCategory: 'LTM' })],
    ['with a method that is none', nginx({ ...NO_TARGET, request: '_ET /a HTTP/1.1' })],
    [
      'with a request line that is no target',
      nginx({ ...NO_TARGET, request: 'CONNECT /x HTTP/1.1' }),
    ],
    ['with a method that has no target', nginx({ request_method: 'CONNECT' })],
    ['with something behind it', `${nginx()}}`],
    ['with a key twice', nginx().replace('"status"', '"status":404,"status"')],
    ['with a number of many digits', nginx({ body_bytes_sent: '1234567890123456' })],
    ['with a zero before a number', nginx().replace('512', '0512')],
    [
      'with something behind its time',
      nginx({ msec: null, time_local: '22/Nov/2026:22:00:00 +0100 x' }),
    ],
    ['with a number that ends in its dot', nginx({ other: 7 }).replace(':7', ':7.')],
  ])('leaves an object %s to the general reader', (_, line) => {
    expect(knownRows(source(), [line, line])).toBe(0);
    expectSameRows(source(), [line, line]);
  });

  it.each<[string, Partial<Source>]>([
    ['rules for who its visitors are', { identity: {} }],
    ['a sample rate', { sampleRate: 0.5 }],
    ['a format without objects', { format: 'combined' }],
    ['a format that reads its objects in a way of its own', { format: 'caddy_json' }],
  ])('leaves objects of a source with %s to the general reader', (_, settings) => {
    expect(knownRows({ ...source(), ...settings }, [nginx()])).toBe(0);
  });

  it('makes the rows the general reader makes of ever new layouts', () => {
    const many = Array.from({ length: 200 }, (_, at) => nginx({ [`own_${at}`]: at }));
    expectSameRows(source(), many, asMessages);
  });
});
