import { describe, expect, it } from '@jest/globals';
import { apacheTime, readLogLine } from './read-log-line.js';

const combined =
  '2001:db8::1 - a user [28/Oct/2023:13:45:01 +0200] "GET /a?b=\\"c\\" HTTP/1.1" 404 - "-" "curl/8 \\"x\\"" 0.008 995';

describe(readLogLine.name, () => {
  it('reads a combined line, and puts another user agent where the old one was', () => {
    const line = readLogLine(combined);
    expect(line?.request).toEqual({
      address: '2001:db8::1',
      time: Date.UTC(2023, 9, 28, 11, 45, 1),
      method: 'GET',
      target: '/a?b=\\"c\\"',
      protocol: 'HTTP/1.1',
      status: 404,
      host: '',
      referer: '',
      userAgent: 'curl/8 \\"x\\"',
    });
    expect(line?.withUserAgent('Mozilla/5.0')).toBe(
      combined.replace('curl/8 \\"x\\"', 'Mozilla/5.0'),
    );
  });

  it.each([
    ['shop.example:443 192.0.2.1', 'shop.example'],
    ['Sep 15 16:13:46 host nginx[2869]: 192.0.2.1', ''],
    ['192.0.2.1', ''],
  ])('knows the heads of other formats: %s', (head, host) => {
    const line = readLogLine(`${head} - - [28/Oct/2023:13:45:01 +0000] "-" 408 0 "-" "-"`);
    expect(line?.request).toMatchObject({ address: '192.0.2.1', host, method: '', userAgent: '' });
  });

  it('reads the common format, which has no user agent to change', () => {
    const text = '192.0.2.1 - - [28/Oct/2023:13:45:01 +0000] "GET / HTTP/1.0" 200 1';
    expect(readLogLine(text)?.request.protocol).toBe('HTTP/1.0');
    expect(readLogLine(text)?.withUserAgent('x')).toBe(text);
  });

  it('reads JSON lines and writes them again', () => {
    const text = JSON.stringify({
      msec: 1_700_000_000.5,
      remote_addr: '192.0.2.1',
      host: 'api.example',
      request_method: 'POST',
      request_uri: '/token',
      server_protocol: 'HTTP/2.0',
      status: 401,
      http_referer: '',
      http_user_agent: 'okhttp/4',
      ja4: 't13d',
    });
    const line = readLogLine(text);
    expect(line?.request).toMatchObject({
      time: 1_700_000_000_500,
      status: 401,
      userAgent: 'okhttp/4',
    });
    expect(JSON.parse(line?.withUserAgent('M') ?? '')).toMatchObject({
      http_user_agent: 'M',
      ja4: 't13d',
    });
  });

  it.each(['', '{', 'no log line', '192.0.2.1 - - "GET /"'])('does not know %j', (text) => {
    expect(readLogLine(text)).toBeUndefined();
  });

  it('reads times with their zones', () => {
    expect(apacheTime('01/Jan/2024:00:30:00 +0530')).toBe(Date.UTC(2023, 11, 31, 19, 0));
    expect(apacheTime('yesterday')).toBeNaN();
  });
});
