import { describe, expect, it } from '@jest/globals';
import { type ClientReport } from '#libs/intent';
import { renderClient } from './render-client.js';
import { renderClients } from './render-clients.js';

const report: ClientReport = {
  client: 'PSDXX-TEST-1\u001b[31m',
  stance: 'unknown',
  requests: 5_000,
  usualRequests: 4_800,
  volumeShare: 0.1,
  volumeRank: 0.6,
  attendedShare: 0.25,
  costShare: 0.12,
  subVisitors: 400,
  suspects: [
    {
      key: 'PSDXX-TEST-1|c0ffee',
      kind: 'consent',
      class: 'OAT-020',
      score: 97,
      requests: 40,
      reason: 'asked for 38 accounts that were refused',
    },
  ],
  suspiciousRequests: 40,
  unattended: {
    client: 'PSDXX-TEST-1',
    consents: 90,
    accesses: 360,
    consentsInBreach: 1,
    breaches: 3,
    clearBreaches: 2,
    worst: [{ consent: 'beef', peak: 7, breaches: 3 }],
  },
  customerAddress: {
    addresses: 80,
    missing: null,
    constant: 0,
    private: 0.2,
    ofServers: 0,
    findings: ['private in 20 % of the calls'],
  },
  ratios: [
    {
      ratio: 'refusal_share',
      value: 0.05,
      peers: 0.01,
      rank: 1,
      deviates: true,
      explained: true,
    },
  ],
  history: [],
  reasons: ['1 behind it is malicious (OAT-020)'],
};

describe('clients on a terminal', () => {
  it('are one line each, with what to look at, and nothing that steers the terminal', () => {
    const text = renderClients([report]);
    expect(text).toContain('5,000');
    expect(text).toContain('PSDXX-TEST-1·[31m: 1 behind it is malicious (OAT-020)');
    expect(text).not.toContain('\u001b');
  });

  it('are told in full one by one', () => {
    const text = renderClient(report, Date.UTC(2026, 2, 11));
    expect(text).toContain('the day until 2026-03-11T00:00:00.000Z');
    expect(text).toContain('deviates, explained by those below');
    expect(text).toContain('Malicious behind it (0.8 % of its calls):');
    expect(text).toContain('above four in 24 hours: 3, clearly 2.');
    expect(text).toContain('private 20.0 %');
  });

  it('say so where the log does not tell who is attended', () => {
    const blind = renderClient({ ...report, unattended: null, customerAddress: null }, 0);
    expect(blind).toContain('does not show which calls a customer attended');
    expect(renderClients([])).toBe('No API client was seen yet.');
  });
});
