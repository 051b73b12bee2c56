import { describe, expect, it } from '@jest/globals';
import { canonicalRequest } from './canonical-request.js';
import { detailsOf } from './details-of.js';
import { emptyRawRequest } from './raw-request.js';

describe('canonicalRequest', () => {
  it('says what the line says, secrets and all, and leaves out what it does not', () => {
    const raw = {
      ...emptyRawRequest(),
      eventTime: Date.UTC(2026, 10, 22, 21),
      client: '192.0.2.1:51234',
      method: 'GET',
      target: '/a?token=abc',
      host: 'Shop.Example:8443',
      status: 200,
      durationMs: 12.5,
      account: 'jane',
    };
    detailsOf(raw).tlsProtocol = 'TLSv1.3';
    expect(canonicalRequest(raw)).toEqual({
      event_time: '2026-11-22T21:00:00.000Z',
      client_address: '192.0.2.1',
      client_port: 51234,
      http_request_method: 'GET',
      server_address: 'shop.example',
      server_port: 8443,
      url_path: '/a',
      url_query: 'token=abc',
      http_response_status_code: 200,
      duration_ms: 12.5,
      user_name: 'jane',
      tls_protocol: 'TLSv1.3',
    });
  });

  it('keeps host names, request lines that are no HTTP, and a status of none', () => {
    const raw = { ...emptyRawRequest(), client: 'localhost', requestLine: '\\x16\\x03' };
    expect(canonicalRequest(raw)).toMatchObject({
      client_address: 'localhost',
      request_line_original: '\\x16\\x03',
      http_response_status_code: 0,
    });
    expect(canonicalRequest({ ...raw, client: '[2001:DB8::1]:443' })).toMatchObject({
      client_address: '2001:db8::1',
      client_port: 443,
    });
  });
});
