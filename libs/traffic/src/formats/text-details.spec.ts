import { describe, expect, it } from '@jest/globals';
import { type RawDetails } from '../raw-details.js';
import { createRequestReader } from '../request-reader.js';
import { type Source } from '../source.js';

/** What few formats log, as a line tells it; the settings of its source if it needs any. */
function detailsOf(line: string, settings: Partial<Source> = {}): RawDetails | null {
  const read = createRequestReader({ name: 'test', format: 'auto', ...settings });
  const result = read(line, { fields: [] });
  if (typeof result === 'string') throw new Error(`rejected: ${result}`);
  return result.request.details;
}

const COMBINED = '192.0.2.1 - - [22/Nov/2026:22:00:00 +0100] "GET /a HTTP/1.1" 200 5 "-" "UA/1"';
const HAPROXY = '192.0.2.1:33317 [22/Nov/2026:22:00:00.655] fe~ bk/s 0/0/1/0/2 200';

describe('details of text formats', () => {
  it('has none where a line tells none', () => {
    expect(detailsOf(COMBINED)).toBeNull();
  });

  it('keeps the port, all bytes, TLS and the captured cookie of HAProxy', () => {
    const line = `${HAPROXY} +168 JSESSIONID=abc - ---- 6/6/0/0/0 0/0 "GET /a HTTP/1.1" 0/0/0/0/0 shop.example/TLSv1.3/TLS_AES_256_GCM_SHA384`;
    expect(detailsOf(line)).toMatchObject({
      clientPort: 33_317,
      responseSize: 168,
      tlsProtocol: 'TLSv1.3',
      tlsCipher: 'TLS_AES_256_GCM_SHA384',
      headers: new Map([['cookie', 'JSESSIONID=abc']]),
    });
  });

  it('names the headers HAProxy captures as the source does', () => {
    const line = `${HAPROXY} 168 - - ---- 6/6/0/0/0 0/0 {shop.example||de#7Cfr} {nginx} "GET /a HTTP/1.1"`;
    const capturedHeaders = {
      request: ['Host', 'Referer', 'Accept-Language'],
      response: ['Server'],
    };
    expect(detailsOf(line, { capturedHeaders })?.headers).toEqual(
      new Map([
        ['host', 'shop.example'],
        ['accept-language', 'de|fr'],
      ]),
    );
    const ofResponse = `${HAPROXY} 168 - - ---- 6/6/0/0/0 0/0 {Mozilla/5.0} "GET /a HTTP/1.1"`;
    expect(
      detailsOf(ofResponse, { capturedHeaders: { response: ['Server'] } })?.headers,
    ).toBeNull();
  });

  it('keeps TLS of Apache’s log of TLS requests', () => {
    const line =
      '[22/Nov/2026:22:00:00 +0100] 192.0.2.1 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 "GET /a HTTP/1.1" 5';
    expect(detailsOf(line)).toMatchObject({
      tlsProtocol: 'TLSv1.2',
      tlsCipher: 'ECDHE-RSA-AES128-GCM-SHA256',
    });
  });

  it('keeps what a source names behind the user agent', () => {
    const trailingFields = ['bytes_out', 'tls_protocol', 'tls_cipher', 'tls_ja4', 'cache_status'];
    const named = [...trailingFields, 'country', 'trace_id', 'header:X-Real-IP', 'no such field'];
    const line = `${COMBINED} 812 TLSv1.3 TLS_AES_128_GCM_SHA256 t13d HIT DE "4bf9" "203.0.113.7" x`;
    expect(detailsOf(line, { trailingFields: named })).toMatchObject({
      responseSize: 812,
      tlsProtocol: 'TLSv1.3',
      tlsCipher: 'TLS_AES_128_GCM_SHA256',
      tlsJa4: 't13d',
      cacheStatus: 'HIT',
      clientCountry: 'DE',
      traceId: '4bf9',
      headers: new Map([['x-real-ip', '203.0.113.7']]),
    });
  });

  it('keeps the cache status of proxied sites', () => {
    const line =
      '[22/Nov/2026:22:00:00 +0100] HIT 200 200 - GET https shop.example "/a" [Client 192.0.2.1] [Length 5] [Gzip -] [Sent-to 10.0.0.9] "UA/1" "-"';
    expect(detailsOf(line)?.cacheStatus).toBe('HIT');
    expect(detailsOf(`${COMBINED} rt=0.010 cs=MISS`)?.cacheStatus).toBe('MISS');
  });

  it('marks a client that Envoy’s default text only has from a header', () => {
    const start = '[2026-11-22T21:00:00.123Z] "GET /a HTTP/2" 200 - 0 512 30 15';
    const line = `${start} "203.0.113.9, 198.51.100.7" "UA/1" "id-1" "shop.example" "10.0.0.8:80"`;
    expect(detailsOf(line)).toMatchObject({ clientClaimed: true, responseSize: 512 });
    const istio = `${line} outbound|80||x.svc 10.0.0.1:1 10.0.0.2:8443 198.51.100.7:51000 - default`;
    expect(detailsOf(istio)).toMatchObject({ clientClaimed: false, clientPort: 51_000 });
  });
});

describe('lines made to be slow', () => {
  const long = (piece: string): string => piece.repeat(Math.floor(200_000 / piece.length));
  const lines = [
    ...[
      '[',
      '"',
      '" ',
      '[ ',
      '] ',
      '" "',
      'a="',
      'a=" ',
      ' [',
      '\\',
      '1/',
      '{|',
      ', ',
      ': ',
      '# ',
    ].map(long),
    `[22/Nov/2026:22:00:00 +0100] ${long('[ ')}`,
    `[2026-11-22T21:00:00.123Z] "GET / HTTP/1.1" 200 - ${long('" "')}`,
    `${HAPROXY} 168 - - ---- 6/6/0/0/0 0/0 ${long('{')}`,
    `${COMBINED} ${long('a="b ')}`,
    `2026/11/22 22:00:00 [2026-11-22 22:00:00.1] [router:x] ${long('] ')}`,
    `192.0.2.1 - - [22/Nov/2026:22:00:00 +0100] "${long('a" b')}`,
  ];

  it.each(lines.map((line) => [`${line.slice(0, 60)}…`, line] as const))('%s', (_start, line) => {
    const read = createRequestReader({ name: 'test', format: 'auto', trailingFields: [] });
    const start = process.cpuUsage();
    read(line, { fields: [] });
    const { user, system } = process.cpuUsage(start);
    // A quadratic scan of 200,000 characters takes seconds.
    expect((user + system) / 1e6).toBeLessThan(0.5);
  });
});
