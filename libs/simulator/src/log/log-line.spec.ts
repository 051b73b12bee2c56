import { describe, expect, it } from '@jest/globals';
import { type SimulatedRequest } from '../world/simulated-request.js';
import { logLine } from './log-line.js';

const REQUEST: SimulatedRequest = {
  time: Date.UTC(2025, 0, 5, 7, 8, 9, 21),
  source: 'shop',
  host: 'www.larkfield.example',
  clientAddress: '26.16.0.9',
  method: 'GET',
  target: '/search?q=oak',
  protocol: 'HTTP/2.0',
  status: 200,
  bodyBytes: 512,
  referer: '',
  userAgent: 'Mozilla/5.0',
  seconds: 0.25,
  requestId: 'ab',
  session: '',
  account: 'customer-1',
  apiClient: '',
  fapiCustomerAddress: '',
  fapiInteractionId: '',
  consent: '',
  tlsFingerprint: 't13d1516h2_8daaf6152771_02713d6af862',
  asn: 64_500,
  visitor: {
    address: '26.16.0.9',
    shared: false,
    label: 'human',
    class: 'browser',
    evasion: '',
    campaign: '',
    kind: 'desktop_shopper',
  },
};

describe('logLine', () => {
  it('writes the web sites as vhost_combined', () => {
    expect(logLine(REQUEST)).toBe(
      'www.larkfield.example:443 26.16.0.9 - - [05/Jan/2025:07:08:09 +0000] "GET /search?q=oak HTTP/2.0" 200 512 "-" "Mozilla/5.0"',
    );
  });

  it('writes a connection nobody used as a dash', () => {
    const idle = { ...REQUEST, method: '', target: '', status: 408, bodyBytes: 0, userAgent: '' };
    expect(logLine(idle)).toContain('] "-" 408 0 "-" "-"');
  });

  it('escapes what would end a field, and what is no printable ASCII', () => {
    const hostile = { ...REQUEST, userAgent: 'a"b\\c\nd é😀' };
    expect(logLine(hostile)).toContain('"a\\x22b\\x5Cc\\x0Ad \\xC3\\xA9\\xF0\\x9F\\x98\\x80"');
  });

  it('writes the APIs as JSON with the keys of the nginx format', () => {
    const line = logLine({ ...REQUEST, source: 'mobile-api', host: 'api.larkfield.example' });
    expect(JSON.parse(line)).toEqual({
      time_iso8601: '2025-01-05T07:08:09+00:00',
      msec: 1_736_060_889.021,
      remote_addr: '26.16.0.9',
      host: 'api.larkfield.example',
      request_method: 'GET',
      request_uri: '/search?q=oak',
      server_protocol: 'HTTP/2.0',
      status: 200,
      body_bytes_sent: 512,
      http_referer: '',
      http_user_agent: 'Mozilla/5.0',
      request_time: 0.25,
      request_id: 'ab',
      tpp_client_id: '',
      account: 'customer-1',
      session: '',
      http_x_fapi_customer_ip_address: '',
      http_x_fapi_interaction_id: '',
      consent_id: '',
      ja4: 't13d1516h2_8daaf6152771_02713d6af862',
      asn: '64500',
    });
  });
});
