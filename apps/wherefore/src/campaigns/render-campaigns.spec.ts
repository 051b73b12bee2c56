import { describe, expect, it } from '@jest/globals';
import { type CampaignReportRow } from '#libs/store';
import { campaignRecord } from './campaign-record.js';
import { renderCampaign, renderCampaigns } from './render-campaigns.js';

const began = Date.UTC(2025, 3, 30);
const row: CampaignReportRow = {
  id: 'login-bad-shop.example-2025-04-30T00',
  threat: 'OAT-008',
  kind: 'login',
  site: 'shop.example',
  observed: 1_995,
  expected: 4.2,
  membership: 0.998,
  traits: 'browser version\u001b[2J, hour of the day',
  phases: JSON.stringify([
    { name: 'reconnaissance', first: began, requests: 2_004, visitors: 1_995 },
    { name: 'attempt', first: began + 7_000, requests: 1_995, visitors: 1_995 },
  ]),
  start: began,
  firstDetected: began + 7_200_000,
  firstSeen: began,
  lastSeen: began + 80_000_000,
  sizes: [100, 900, 1_995],
  members: 1_999,
};
const members = [{ address: '192.0.2.7', likeliest: 0.9991, shared: 'browser version' }];

describe(renderCampaigns.name, () => {
  it('tells each campaign in one row', () => {
    const text = renderCampaigns([row]);
    expect(text).toContain('OAT-008 credential stuffing');
    expect(text).toMatch(/1,999 +2025-04-30 00:00 +2025-04-30 02:00 +attempt +▁▄█/);
  });

  it('says so where there is none', () => {
    expect(renderCampaigns([])).toBe('No campaign was found.');
  });
});

describe(renderCampaign.name, () => {
  it('shows phases and members, and nothing that steers a terminal', () => {
    const text = renderCampaign(row, members);
    expect(text).toMatch(/attempt +2025-04-30 00:00 +1,995/);
    expect(text).toMatch(/192\.0\.2\.7 +99\.9 %/);
    expect(text).not.toContain('\u001b');
  });
});

describe(campaignRecord.name, () => {
  it('has times in ISO 8601 and the members only where asked for', () => {
    expect(campaignRecord(row, [])).not.toHaveProperty('addresses');
    expect(campaignRecord(row, members)).toMatchObject({
      class: 'OAT-008',
      start: '2025-04-30T00:00:00.000Z',
      phases: [{ name: 'reconnaissance' }, { first: '2025-04-30T00:00:07.000Z' }],
      addresses: [{ address: '192.0.2.7', probability: 0.9991, shares: 'browser version' }],
    });
  });
});
