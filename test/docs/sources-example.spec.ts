import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSources } from '#libs/sources';
import { createLineParser, parseCidr } from '#libs/traffic';
import { settingsOf } from '../../libs/sources/src/settings-of.js';
import { SourceDescription } from '../../libs/sources/src/source-description.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/operations/sources.md'), 'utf8');
const [, example = ''] = /<!-- example-sources[^>]*-->\s*```yaml\n([^]*?)```/.exec(page) ?? [];

function loaded(): ReturnType<typeof loadSources> {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  try {
    const path = join(folder, 'sources.yaml');
    writeFileSync(path, example);
    return loadSources(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the example of sources.md', () => {
  it('loads, and every source can be read', () => {
    const sources = loaded();
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(createLineParser(source, String)('no line of any format')).toMatchObject({
        kind: 'reject',
      });
    }
  });

  it('shares one list of proxies between sources', () => {
    const [inside, mobile] = ['online-banking', 'mobile-api'].map((name) =>
      loaded().find((source) => source.name === name),
    );
    expect(inside?.identity?.trustedProxies).toEqual(mobile?.identity?.trustedProxies);
    expect(inside?.identity?.trustedProxies?.every((block) => parseCidr(block) !== null)).toBe(
      true,
    );
  });

  it('finds the third-party provider, the consent and the customer in a line', () => {
    const gateway = loaded().find(({ name }) => name === 'open-banking-gateway');
    if (gateway === undefined) throw new Error('the example has no open-banking-gateway');
    const line = JSON.stringify({
      ts: '2026-11-22T22:00:00Z',
      peer: '10.20.0.7',
      vhost: 'api.bank.example',
      request_method: 'GET',
      request_uri: '/open-banking/v3.1/accounts/42/balances',
      status: 200,
      took_ms: 12,
      http_x_forwarded_for: '192.0.2.66, 198.51.100.7',
      http_x_ssl_client_s_dn: 'CN=tpp.example,2.5.4.97=PSDDE-EXAMPLE-1,C=DE',
      http_consent_id: 'consent-1',
      http_x_fapi_customer_ip_address: '2001:db8::7',
    });
    expect(createLineParser(gateway, (value) => `hash of ${value}`)(line)).toMatchObject({
      event: {
        clientAddress: '198.51.100.7',
        networkPeerAddress: '10.20.0.7',
        apiClient: 'PSDDE-EXAMPLE-1',
        accountKey: 'hash of 42',
        details: { consentKey: 'hash of consent-1', fapiCustomerAddress: '2001:db8::7' },
      },
    });
  });
});

describe('sources.md', () => {
  it('explains every setting', () => {
    const settings = settingsOf(SourceDescription);
    expect(settings.filter((one) => !page.includes(`| \`${one}\``))).toEqual([]);
  });
});
