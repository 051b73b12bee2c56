import { describe, expect, it } from '@jest/globals';
import { type LogFormatName } from '../log-format-name.js';
import { type RawDetails } from '../raw-details.js';
import { createRequestReader } from '../request-reader.js';

const TIME = '2026-11-22T22:00:00.000000Z';

function detailsOf(format: LogFormatName, line: string, fields?: string[]): RawDetails | null {
  const read = createRequestReader({ name: 'details', format, ...(fields && { fields }) });
  const result = read(line, { fields: [] });
  if (typeof result === 'string') throw new Error(`rejected: ${result}`);
  return result.request.details;
}

function headersOf(details: RawDetails | null): Record<string, string> {
  return Object.fromEntries(details?.headers ?? []);
}

describe('what few formats log', () => {
  it('application load balancer: port, size, TLS, trace', () => {
    const line = `h2 ${TIME} app/front/1 203.0.113.7:2817 - 0 0 0 200 - 5 257 "GET https://a.example:443/ HTTP/2.0" "UA" ECDHE TLSv1.3 - "Self=1-a;Root=1-b;Sampled=0"`;
    expect(detailsOf('aws_alb', line)).toMatchObject({
      clientPort: 2817,
      responseSize: 257,
      tlsProtocol: 'TLSv1.3',
      tlsCipher: 'ECDHE',
      traceId: '1-b',
    });
  });

  it('real-time log: country, network, headers and their order', () => {
    const line = [
      '1795384800.5\t203.0.113.7\tGET\t/a\t64500\tNL\tHit\tAMS1-C1',
      'Host:a.example%0AX-Empty:%0Abroken%0A__proto__:x',
      'Host%0AUser-Agent%0A',
    ].join('\t');
    const details = detailsOf(
      'cloudfront_realtime',
      line,
      'timestamp c-ip cs-method cs-uri-stem asn c-country x-edge-result-type x-edge-location cs-headers cs-header-names'.split(
        ' ',
      ),
    );
    expect(details).toMatchObject({
      clientAsn: 64500,
      clientCountry: 'NL',
      cacheStatus: 'Hit',
      edgeLocation: 'AMS1-C1',
      headerNames: ['host', 'user-agent'],
    });
    expect(details?.headers?.get('host')).toBe('a.example');
    expect(details?.headers?.get('x-empty')).toBe('');
    expect(details?.headers?.size).toBe(3);
  });

  it('IIS: cookies, header columns, those of proxies', () => {
    const line = '2026-11-22 22:00:00 203.0.113.7 GET /a sid=7;+b=1 en 198.51.100.4 700 200';
    const details = detailsOf(
      'iis_w3c',
      line,
      'date time c-ip cs-method cs-uri-stem cs(Cookie) cs(Accept-Language) CF-Connecting-IP sc-bytes sc-status'.split(
        ' ',
      ),
    );
    expect(details?.responseSize).toBe(700);
    expect(headersOf(details)).toStrictEqual({
      cookie: 'sid=7; b=1',
      'accept-language': 'en',
      'cf-connecting-ip': '198.51.100.4',
    });
  });

  it('S3: the reading half of a copy repeats the request', () => {
    const line =
      'owner assets [22/Nov/2026:22:00:00 +0000] 203.0.113.7 - ID REST.COPY.OBJECT_GET k - 200 - - 1 - - - - -';
    expect(detailsOf('aws_s3', line)?.duplicateMark).toBe('subrequest');
  });
});

describe('hostile lines', () => {
  const LENGTH = 1_000_000;
  const HEADS = [
    '2026-11-22 22:00:00 10.0.0.8 GET /a ',
    '2026-11-22\t22:00:00\tAMS1\t1\t203.0.113.7\tGET\ta\t/b\t200\t',
    '1795384800\t203.0.113.7\t0.1\t200\t1\tGET\thttps\ta\t/b\t',
    `h2 ${TIME} app/front/1 203.0.113.7:2817 - 0 0 0 200 - 5 257 "GET http://`,
    `${TIME} front 203.0.113.7:2817 10.0.0.1:80 0 0 0 200 200 0 29 "`,
    'owner assets [22/Nov/2026:22:00:00 +0000] 203.0.113.7 - ID REST.GET.OBJECT k "',
    'client_ip="203.0.113.7",http_uri="',
    '#Fields: ',
    '"2026-11-22" "22:00:00" "',
  ];
  const UNITS = [
    'a',
    ' ',
    '"',
    '" ',
    '\\"',
    '+',
    '++http',
    '%25',
    ',+',
    '", a=',
    'a:',
    '/',
    '-.',
    '""',
  ];

  it.each(HEADS)('%j and a megabyte of anything takes linear time', (head) => {
    const read = createRequestReader({ name: 'hostile', format: 'auto' });
    const time = (length: number): number => {
      const start = performance.now();
      for (const unit of UNITS) {
        read(head + unit.repeat(Math.ceil(length / unit.length)), { fields: [] });
      }
      return performance.now() - start;
    };
    time(LENGTH / 10);
    // Ten times as long takes some ten times the time; a hundred would be quadratic.
    expect(time(LENGTH)).toBeLessThan(40 * time(LENGTH / 10) + 500);
  });
});
