import { describe, expect, it } from '@jest/globals';
import { findLoginCampaigns } from './find-login-campaigns.js';
import { type LoginGroup } from './login-group.js';

const people: LoginGroup = {
  cell: 'people',
  site: 'shop.example',
  template: '/account/login',
  loadsAssets: true,
  opensPages: true,
  claimsBrowser: true,
  failing: 30,
  untold: 0,
  succeeding: 600,
  firstSeen: 0,
  lastSeen: 86_400_000,
};

const crowd: LoginGroup = {
  ...people,
  cell: 'crowd',
  loadsAssets: false,
  opensPages: false,
  failing: 300,
  succeeding: 4,
};

describe(findLoginCampaigns.name, () => {
  it('finds a crowd of which nearly nobody gets in, though nobody tries hard', () => {
    const [campaign, ...others] = findLoginCampaigns([people, crowd]);
    expect(others).toEqual([]);
    expect(campaign).toMatchObject({ cell: 'crowd', threat: 'OAT-008', observed: 300 });
    expect(campaign?.membership).toBeGreaterThan(0.99);
  });

  it('makes no campaign of an outage in which everybody fails alike', () => {
    const outage = { ...people, failing: 500, succeeding: 130 };
    const app = { ...crowd, failing: 240, succeeding: 60 };
    expect(findLoginCampaigns([outage, app])).toEqual([]);
  });

  it('does not mind people who log in without assets, as apps do', () => {
    const app = { ...crowd, claimsBrowser: false, failing: 20, succeeding: 400 };
    expect(findLoginCampaigns([people, app])).toEqual([]);
  });

  it('finds the crowd at a place where nobody ever gets in', () => {
    const campaigns = findLoginCampaigns([{ ...crowd, failing: 40, succeeding: 0 }]);
    expect(campaigns).toHaveLength(1);
  });

  it('leaves a handful of failures to the evidence about each visitor', () => {
    expect(findLoginCampaigns([people, { ...crowd, failing: 4, succeeding: 0 }])).toEqual([]);
  });

  it('finds those who send one login and nothing else, where people go on', () => {
    const unseen = { ...crowd, failing: 300, untold: 300, succeeding: 0 };
    expect(findLoginCampaigns([people, unseen])).toMatchObject([{ cell: 'crowd', observed: 300 }]);
    const few = { ...people, failing: 0, succeeding: 4 };
    expect(findLoginCampaigns([few, unseen])).toEqual([]);
    const bare = { ...people, loadsAssets: false };
    expect(findLoginCampaigns([bare, unseen])).toEqual([]);
  });

  it('takes a login for a success where its form is kept elsewhere', () => {
    const everybody = { ...crowd, failing: 620, untold: 600, succeeding: 0 };
    expect(findLoginCampaigns([everybody])).toEqual([]);
  });

  it('compares only with others at the same place', () => {
    const elsewhere = { ...crowd, template: '/wp-login.php', failing: 3, succeeding: 1 };
    expect(findLoginCampaigns([people, elsewhere])).toEqual([]);
  });
});
