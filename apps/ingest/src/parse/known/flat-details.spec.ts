import { describe, expect, it } from '@jest/globals';
import { type Source } from '#libs/traffic';
import { expectSameRows, knownRows } from './testing/expect-same-rows.js';
import { nginxObject as nginx } from './testing/nginx-object.js';

const source: Source = { name: 's', format: 'nginx_json', defaultHost: 'Default.example' };

const DURATIONS = {
  request_time: 0.015,
  duration_ms: 16,
  duration_us: 17_000,
  duration_ns: 18_000_000,
};

describe('FlatDetails', () => {
  it.each<[string, Record<string, string>]>([
    ['a request id of 255 characters', { request_id: 'r'.repeat(255) }],
    ['a trace id of 255 characters', { trace_id: 't'.repeat(255) }],
    [
      'a chain of 1,024 characters',
      { http_x_forwarded_for: '192.0.2.9,'.repeat(103).slice(0, 1_024) },
    ],
    ['a cipher of 255 characters', { ssl_cipher: 'c'.repeat(255) }],
    ['a port behind its host', { host: 'b.example:81' }],
    ['a port of its own besides', { host: 'b.example:81', server_port: '82' }],
    ['a host that is none', { host: '_' }],
  ])('makes the row the general reader makes of an object with %s', (_, told) => {
    expect(knownRows(source, [nginx(told)])).toBe(1);
    expectSameRows(source, [nginx(told)]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a longer request id', { request_id: 'r'.repeat(256) }],
    ['a longer trace id', { trace_id: 't'.repeat(256) }],
    ['a longer chain', { http_x_forwarded_for: '192.0.2.9,'.repeat(103).slice(0, 1_025) }],
    ['a longer cipher', { ssl_cipher: 'c'.repeat(256) }],
    ['a number for a cipher', { ssl_cipher: 1 }],
    ['a number for a session', { session_id: 1 }],
    ['a number for an account', { remote_user: 1 }],
    ['a number for a consent', { consent_id: 1 }],
    ['a version that is none', { server_protocol: 'SPDY' }],
    ['a port that is none', { remote_port: 65_536 }],
    ['a port of the server that is none', { server_port: 65_536 }],
  ])('leaves an object with %s to the general reader', (_, told) => {
    expect(knownRows(source, [nginx(told)])).toBe(0);
    expectSameRows(source, [nginx(told)]);
  });

  it('takes the duration that the general reader takes of any two', () => {
    const units = Object.keys(DURATIONS);
    const lines = units.flatMap((one) =>
      units.map((other) =>
        nginx({
          request_time: null,
          [one]: DURATIONS[one as keyof typeof DURATIONS],
          [other]: DURATIONS[other as keyof typeof DURATIONS],
        }),
      ),
    );
    expect(knownRows(source, lines)).toBe(lines.length);
    expectSameRows(source, lines);
  });

  it('tells nothing of an object that the one before told', () => {
    const full = nginx({
      ...DURATIONS,
      ...{ remote_port: 4711, server_port: 444, total_bytes_sent: 900, scheme: 'https' },
      ...{
        session_id: 's',
        remote_user: 'alice',
        client_id: 'tpp',
        consent_id: 'c',
        trace_id: 't',
      },
      ...{ ssl_protocol: 'TLSv1.3', ssl_cipher: 'AES', ja3: 'j3', ja4: 'j4', edge_location: 'FRA' },
      ...{ upstream_cache_status: 'HIT', client_country: 'DE', http_x_forwarded_for: '192.0.2.9' },
    });
    const few = JSON.stringify({
      msec: 1_795_381_200,
      remote_addr: '192.0.2.8',
      request: 'GET / HTTP/1.1',
    });
    const lines = [full, few, full, nginx(), few];
    expect(knownRows(source, lines)).toBe(lines.length);
    expectSameRows(source, lines);
  });

  it('knows names after more of them than it keeps', () => {
    const lines = Array.from({ length: 8_400 }, (_, at) => nginx({ ssl_cipher: `cipher ${at}` }));
    // Those that find no room are read as text.
    expect(knownRows(source, lines)).toBeGreaterThan(8_300);
  });
});
