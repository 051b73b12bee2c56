import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSources, parseSources } from './load-sources.js';
import { SourcesError } from './sources-error.js';

/** What is wrong with a description: `line: field: problem`. */
function faults(text: string): string[] {
  try {
    parseSources(text, 'sources.yaml');
  } catch (error) {
    if (!(error instanceof SourcesError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().replace(/^sources.yaml:/, ''));
  }
  return [];
}

const FULL = `
sources:
  - name: api-gateway
    topics: [gateway-logs, gateway-logs-2]
    format: json
    field_map:
      event_time: ts
      clientAddress: [edge.client, remote_addr]
    default_host: API.example
    clock_correction: -1.5s
    sample_rate: 0.25
    kept_headers: [Accept-Language]
    trusted_proxies:
      - 10.0.0.0/8
      - 2001:db8::/32
      - unix
    hops: 2
    client_address_header: [CF-Connecting-IP, x-forwarded-for]
    session: { cookie: sid }
    account:
      - { header: X-PSU-ID }
      - { path: '/accounts/{account}' }
    api_client: { header: X-SSL-Client-S-DN, attribute: organizationIdentifier }
    consent: { header: authorization, claim: consent_id }
    max_event_age: 2d
  - name: edge
    topics: edge-logs
    format: haproxy
    captured_headers: { request: [Host, User-Agent], response: }
    utc_offset: +01:00
    fields: date
    trailing_fields: [duration_us, ignore, 'header:accept']
  - name: files
`;

describe('parseSources', () => {
  it('gives sources in the names and units of the program', () => {
    expect(parseSources(FULL, 'sources.yaml')).toEqual([
      {
        name: 'api-gateway',
        topics: ['gateway-logs', 'gateway-logs-2'],
        format: 'json',
        fieldMap: { eventTime: 'ts', clientAddress: ['edge.client', 'remote_addr'] },
        defaultHost: 'API.example',
        clockCorrectionMs: -1500,
        sampleRate: 0.25,
        keptHeaders: ['accept-language'],
        maxEventAgeMs: 172_800_000,
        identity: {
          trustedProxies: ['10.0.0.0/8', '2001:db8::/32', 'unix:'],
          trustedHops: 2,
          clientAddressHeaders: ['cf-connecting-ip', 'x-forwarded-for'],
          session: [{ cookie: 'sid' }],
          account: [{ header: 'x-psu-id' }, { path: '/accounts/{account}' }],
          apiClient: [{ header: 'x-ssl-client-s-dn', attribute: 'organizationIdentifier' }],
          consent: [{ header: 'authorization', claim: 'consent_id' }],
        },
      },
      {
        name: 'edge',
        topics: ['edge-logs'],
        format: 'haproxy',
        capturedHeaders: { request: ['host', 'user-agent'] },
        utcOffsetMinutes: 60,
        fields: ['date'],
        trailingFields: ['duration_us', 'ignore', 'header:accept'],
      },
      { name: 'files', topics: [], format: 'auto' },
    ]);
  });

  it('reads JSON as well', () => {
    const text = '{\n\t"sources": [\n\t\t{"name": "a", "topics": ["t"]}\n\t]\n}';
    expect(parseSources(text, 'sources.json')).toEqual([
      { name: 'a', topics: ['t'], format: 'auto' },
    ]);
  });

  it('says everything that is wrong at once, by line and field, and never the value', () => {
    const found = faults(`
sources:
  - name: "has blanks, s3cr3t"
    topcis: [a]
    format: s3cr3t
    trusted_proxies: [10.0.0.0/8, s3cr3t,
      10.0.0.0/33]
    hops: 0
    sample_rate: 2
    utc_offset: 1
    clock_correction: s3cr3t
    max_event_age: -1d
    kept_headers: [Authorization]
    default_host: a b
    field_map:
      clientAdress: ip
      event_time: []
    captured_headers: { reqest: [a], request: ["s3cr3t!"] }
    session: s3cr3t
    account: [{ header: a, cookie: b }, { path: /s3cr3t }, { hedaer: a }]
    consent: { query: a, claim: sub }
    api_client: { cookie: a, attribute: CN }
  - format: json
    client_address_header: true-client-ip
    zzzzzzzzzz: 1
    trailing_fields: [duration_us, durationus]
`);
    expect(found).toEqual([
      '3: sources[0].name: must be a name: letters, digits, `_`, `-` and `.`, at most 100',
      '4: sources[0].topcis: is no setting; did you mean topics?',
      expect.stringMatching(/^5: sources\[0\].format: must be one of auto, combined, /),
      expect.stringMatching(/^6: sources\[0\].trusted_proxies\[1\]: must be an address or CIDR/),
      expect.stringMatching(/^7: sources\[0\].trusted_proxies\[2\]: must be an address or CIDR/),
      expect.stringMatching(/^8: sources\[0\].hops: must be the number of proxies/),
      expect.stringMatching(/^9: sources\[0\].sample_rate: must be the share/),
      expect.stringMatching(/^10: sources\[0\].utc_offset: must be a distance from UTC/),
      expect.stringMatching(/^11: sources\[0\].clock_correction: must be a time to add/),
      expect.stringMatching(/^12: sources\[0\].max_event_age: must be a time like/),
      expect.stringMatching(
        /^13: sources\[0\].kept_headers\[0\]: must be the name of a header that/,
      ),
      '14: sources[0].default_host: must be a host name',
      expect.stringMatching(/^15: sources\[0\].field_map: must map fields to keys/),
      '16: sources[0].field_map.clientAdress: is no field of a request; did you mean client_address?',
      '18: sources[0].captured_headers.reqest: is no setting; did you mean request?',
      '18: sources[0].captured_headers.request[0]: must be the name of a header',
      expect.stringMatching(/^19: sources\[0\].session: must be a place, or a list of them/),
      expect.stringMatching(/^20: sources\[0\].account\[1\].path: must be a path with one segment/),
      '20: sources[0].account[2].hedaer: is no setting; did you mean header?',
      '20: sources[0].account[0]: must have exactly one of header, cookie, query and path',
      '20: sources[0].account[2]: must have exactly one of header, cookie, query and path',
      '21: sources[0].consent.claim: is for a token in a header or cookie',
      '22: sources[0].api_client.attribute: is for the subject of a certificate in a header',
      expect.stringMatching(/^23: sources\[1\].name: is missing; it must be a name/),
      '23: sources[1].format: json knows no keys by itself; add field_map',
      '24: sources[1].client_address_header: is believed from trusted proxies only; add trusted_proxies or hops',
      expect.stringMatching(
        /^25: sources\[1\].zzzzzzzzzz: is no setting; allowed are name, topics, /,
      ),
      expect.stringMatching(/^26: sources\[1\].trailing_fields\[1\]: must be one of duration_us, /),
    ]);
    expect(found.join()).not.toContain('s3cr3t');
  });

  it('wants names and topics once', () => {
    expect(
      faults(
        'sources:\n- {name: a, topics: [t, u]}\n- {name: a, topics: t}\n- {name: b, topics: [v, u]}',
      ),
    ).toEqual([
      '3: sources[1].name: is another source’s already; each has its own',
      '3: sources[1].topics: is another source’s already; each has its own',
      '4: sources[2].topics[1]: is another source’s already; each has its own',
    ]);
  });

  it.each([
    ['', '1: must have the key sources: a list of sources'],
    ['- name: a', '1: must have the key sources: a list of sources'],
    ['sources: []', '1: sources: must be a list with at least one source'],
    ['sources:\n  - a', '2: sources[0]: must be a source: name, format, ...'],
    ['source: 1', '1: source: is no setting; the only one here is sources'],
    ['sources: [\n', '2: is neither YAML nor JSON'],
    ['sources:\n- name: a\n  name: b', '3: this key stands here for the second time'],
    ['sources: *s3cr3t', '1: this alias has no anchor above it'],
    ['a: &a [*a]\nsources: *a', '1: a: is no setting'],
    ['sources: &a [{name: x, session: *a}]', '1: sources[0].session'],
  ])('refuses %p', (text, fault) => {
    expect(faults(text)).toContainEqual(expect.stringContaining(fault));
    expect(faults(text).join()).not.toContain('s3cr3t');
  });
});

describe('loadSources', () => {
  it('names file and line, and says when there is no file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    const path = join(folder, 'sources.yaml');
    try {
      writeFileSync(path, 'sources:\n  - name: a\n    hops: many\n');
      expect(() => loadSources(path)).toThrow(
        `1 thing is wrong in the description of the sources:\n  ${path}:3: sources[0].hops: must be`,
      );
      expect(() => loadSources(join(folder, 'none.yaml'))).toThrow(
        /none.yaml, cannot be read \(ENOENT\)/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
