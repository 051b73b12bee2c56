import { describe, expect, it } from '@jest/globals';
import { type AccessEvent } from './access-event.js';
import { createLineParser } from './line-parser.js';
import { type LogFormatName } from './log-format-name.js';
import { type ParsedLine } from './parsed-line.js';
import { type Source } from './source.js';

const keyedHash = (value: string): string => `hash of ${value}`;
const AUTO: Source = { name: 'test', format: 'auto' };

function parse(line: string, source: Source = AUTO): ParsedLine {
  return createLineParser(source, keyedHash)(line);
}

function eventOf(line: string, source: Source = AUTO): AccessEvent {
  const parsed = parse(line, source);
  if (parsed.kind === 'reject') throw new Error(`rejected: ${parsed.reason}`);
  return parsed.event;
}

const TIME = '[22/Nov/2026:22:00:00 +0100]';
const LINE = `192.0.2.1 - - ${TIME} "GET /a?b=1 HTTP/1.1" 200 5 "https://x.example/" "UA"`;

describe('createLineParser', () => {
  it('rejects what is no access line, with its reason', () => {
    const rejected = (line: string): string | undefined => {
      const parsed = parse(line);
      return parsed.kind === 'reject' ? parsed.reason : undefined;
    };
    expect(rejected('')).toBe('empty');
    expect(rejected(' \t\r')).toBe('empty');
    expect(rejected('x'.repeat(1_048_577))).toBe('too_long');
    expect(rejected('Nov 22 kernel: oom')).toBe('unknown_format');
    expect(rejected('192.0.2.1 - - [22/Foo/2026:22:00:00 +0100] "GET / HTTP/1.1" 200 5')).toBe(
      'bad_time',
    );
    expect(rejected('192.0.2.1 - - [31/Feb/2026:22:00:00 +0100] "GET / HTTP/1.1" 200 5')).toBe(
      'bad_time',
    );
    expect(rejected(`192.0.2.1 - - ${TIME} "GET / HTTP/1.1" OK 5`)).toBe('bad_status');
    expect(rejected('{"a":')).toBe('bad_json');
    expect(rejected('{"status":200}')).toBe('missing_field:event_time');
    expect(rejected('{"msec":1795384800.123,"request":"GET / HTTP/1.1"}')).toBe(
      'missing_field:client_address',
    );
    expect(rejected('{"msec":1795384800.123,"remote_addr":"192.0.2.1"}')).toBe(
      'missing_field:request',
    );
    expect(rejected('{"msec":"soon","remote_addr":"192.0.2.1","request":"GET / HTTP/1.1"}')).toBe(
      'bad_time',
    );
  });

  it('names the format it recognised', () => {
    const format = (line: string): LogFormatName | undefined => {
      const parsed = parse(line);
      return parsed.kind === 'event' ? parsed.format : undefined;
    };
    expect(format(LINE)).toBe('combined');
    expect(format(`www.example.com:443 ${LINE}`)).toBe('vhost_combined');
    expect(format(`192.0.2.1 - - ${TIME} "GET / HTTP/1.1" 200 5`)).toBe('common');
    expect(format('{"msec":1,"remote_addr":"192.0.2.1","request":"GET / HTTP/1.1"}')).toBe(
      'nginx_json',
    );
  });

  it('reads what a named format is given, and nothing else', () => {
    const vhost: Source = { name: 'v', format: 'vhost_combined' };
    expect(eventOf(`intranet ${LINE}`, vhost).serverAddress).toBe('intranet');
    expect(eventOf(`192.0.2.9 ${LINE}`, vhost)).toMatchObject({
      serverAddress: '192.0.2.9',
      clientAddress: '192.0.2.1',
    });
    expect(parse(LINE, { name: 'j', format: 'nginx_json' })).toEqual({
      kind: 'reject',
      reason: 'unknown_format',
    });
  });

  it('gives sites a name where the source has one', () => {
    expect(eventOf(LINE, { ...AUTO, defaultHost: 'Shop.Example' }).serverAddress).toBe(
      'shop.example',
    );
    expect(eventOf(`www.example.com ${LINE}`, { ...AUTO, defaultHost: 'a.b' }).serverAddress).toBe(
      'www.example.com',
    );
  });

  it('does not let a proxy attempt choose the site', () => {
    const attempt = LINE.replace('/a?b=1', 'http://judge.example/judge.php');
    expect(eventOf(attempt)).toMatchObject({
      serverAddress: '',
      urlPath: '/judge.php',
      requestProbe: 'open_proxy',
      requestLineOriginal: 'GET http://judge.example/judge.php HTTP/1.1',
    });
    expect(eventOf(attempt, { ...AUTO, defaultHost: 'judge.example' })).toMatchObject({
      requestProbe: '',
      requestLineOriginal: '',
    });
  });

  it('does not let a user name forge a line', () => {
    const forged = String.raw`192.0.2.1 - x [01/Jan/2000:00:00:00 +0000] \"GET /forged HTTP/1.1\" 200 1 ${TIME} "GET /a HTTP/1.1" 401 5 "-" "UA"`;
    expect(eventOf(forged)).toMatchObject({
      urlPath: '/a',
      httpResponseStatusCode: 401,
      eventTime: Date.UTC(2026, 10, 22, 21),
    });
  });

  it('caps long texts before anything looks at them', () => {
    const long = 'x'.repeat(100_000);
    const event = eventOf(
      `192.0.2.1 - - ${TIME} "GET /${long}?${long} HTTP/1.1" 200 5 "${long}" "${long}"`,
    );
    expect(event.urlPath.length + event.urlQuery.length).toBeLessThanOrEqual(8192);
    expect(event.httpRequestReferer).toHaveLength(2048);
    expect(event.userAgentOriginal).toHaveLength(1024);
  });

  it('keeps sessions, accounts and secrets out of the event', () => {
    const line = JSON.stringify({
      msec: 1795384800.123,
      remote_addr: '192.0.2.1',
      request: 'GET /pay?token=topsecret HTTP/1.1',
      user: 'jane',
      session: 'abcdef',
      client_id: 'tpp-7',
    });
    const event = eventOf(line);
    expect(event).toMatchObject({
      accountKey: 'hash of jane',
      sessionKey: 'hash of abcdef',
      apiClient: 'tpp-7',
    });
    expect(event.redactions).toEqual(['query:token']);
    expect(JSON.stringify({ ...event, accountKey: '', sessionKey: '' })).not.toMatch(
      /topsecret|jane|abcdef/,
    );
  });

  it('lets a source say where a JSON log keeps what', () => {
    const source: Source = {
      name: 'gateway',
      format: 'nginx_json',
      fieldMap: {
        clientAddress: 'edge.client',
        apiClient: ['tpp.id', 'tpp_id'],
        urlPath: 'route',
        durationMs: 'took',
      },
    };
    const line = JSON.stringify({
      time_iso8601: '2026-11-22T22:00:00+01:00',
      edge: { client: '2001:DB8::1' },
      'tpp.id': 'PSDDE-1',
      route: '/accounts',
      query_string: 'x=1',
      request_method: 'GET',
      took: 12.5,
      status: '403',
    });
    expect(eventOf(line, source)).toMatchObject({
      clientAddress: '2001:db8::1',
      apiClient: 'PSDDE-1',
      urlPath: '/accounts',
      urlQuery: 'x=1',
      durationMs: 12.5,
      httpResponseStatusCode: 403,
      eventTime: Date.UTC(2026, 10, 22, 21),
      eventTimeKind: 'end',
    });
  });

  it('gives the same line the same event, whatever came before', () => {
    const parser = createLineParser(AUTO, keyedHash);
    const first = parser(LINE);
    for (let index = 0; index < 50_000; index++) parser(LINE.replace('/a', `/a${index}`));
    expect(parser(LINE)).toEqual(first);
    expect(parse(LINE)).toEqual(first);
  });
});
