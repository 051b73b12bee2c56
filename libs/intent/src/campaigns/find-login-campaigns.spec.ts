import { describe, expect, it } from '@jest/globals';
import { findLoginCampaigns, holdsUntold } from './find-login-campaigns.js';
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

  it('finds browsers that load nothing also where many of their passwords fit, and spares an app of which many fail', () => {
    const fitting = { ...crowd, succeeding: 120 };
    expect(findLoginCampaigns([people, fitting])).toHaveLength(1);
    expect(findLoginCampaigns([people, { ...fitting, claimsBrowser: false }])).toEqual([]);
  });

  it('finds the crowd at a place where nobody ever gets in', () => {
    const campaigns = findLoginCampaigns([{ ...crowd, failing: 40, succeeding: 0 }]);
    expect(campaigns).toHaveLength(1);
  });

  it('leaves a handful of failures to the evidence about each visitor', () => {
    expect(findLoginCampaigns([people, { ...crowd, failing: 4, succeeding: 0 }])).toEqual([]);
  });

  const untold = { ...crowd, failing: 0, untold: 300, succeeding: 300 };

  it('finds those who log in and then do nothing, where people go on', () => {
    const [campaign, ...others] = findLoginCampaigns([people, untold]);
    expect(others).toEqual([]);
    expect(campaign).toMatchObject({ cell: 'crowd', observed: 300 });
    expect(campaign === undefined || holdsUntold(campaign)).toBe(true);
    expect(findLoginCampaigns([people, crowd]).map(holdsUntold)).toEqual([false]);
  });

  it('counts with them those of the group who are refused by status', () => {
    const both = { ...untold, failing: 100 };
    const [campaign] = findLoginCampaigns([people, both]);
    expect(campaign?.observed).toBe(400);
    expect(campaign === undefined || holdsUntold(campaign)).toBe(true);
  });

  it('does not take those who do nothing then for the people of a group', () => {
    const dressed = { ...crowd, loadsAssets: true, failing: 300, untold: 200, succeeding: 201 };
    expect(findLoginCampaigns([people, dressed])).toHaveLength(1);
    expect(findLoginCampaigns([people, { ...dressed, untold: 0 }])).toEqual([]);
  });

  it('says nothing of them where next to nobody goes on', () => {
    expect(findLoginCampaigns([{ ...people, failing: 0, succeeding: 4 }, untold])).toEqual([]);
    expect(findLoginCampaigns([{ ...people, loadsAssets: false }, untold])).toEqual([]);
    expect(findLoginCampaigns([{ ...people, untold: 600 }, untold])).toEqual([]);
  });

  it('says nothing of them where as many do so who load what the place shows', () => {
    expect(findLoginCampaigns([{ ...people, untold: 580 }, untold])).toEqual([]);
    expect(findLoginCampaigns([people, { ...untold, loadsAssets: true }])).toEqual([]);
  });

  it('compares only with others at the same place', () => {
    const elsewhere = { ...crowd, template: '/wp-login.php', failing: 3, succeeding: 1 };
    expect(findLoginCampaigns([people, elsewhere])).toEqual([]);
  });
});
