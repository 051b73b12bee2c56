import { describe, expect, it } from '@jest/globals';
import { findReaderCampaigns } from './find-reader-campaigns.js';
import { type ReaderGroup } from './reader-group.js';

function readers(userAgent: string, bare: number, dressed: number, userAgents = 1): ReaderGroup {
  const site = 'shop.example';
  return {
    cell: `${site} ${userAgent}`,
    site,
    userAgent,
    userAgents,
    bare,
    dressed,
    firstSeen: 0,
    lastSeen: 1,
  };
}

const people = ['A', 'B', 'C', 'D', 'E'].map((agent) => readers(agent, 4, 80));

describe(findReaderCampaigns.name, () => {
  it('finds a user agent whose readers hardly ever load assets', () => {
    const campaigns = findReaderCampaigns([...people, readers('Fake', 60, 0)]);
    expect(campaigns.map(({ cell }) => cell)).toEqual(['shop.example Fake']);
  });

  it('finds the crowd even behind a popular user agent', () => {
    const [campaign] = findReaderCampaigns([...people, readers('Popular', 90, 400)]);
    expect(campaign?.membership).toBeGreaterThan(0.6);
    expect(campaign?.membership).toBeLessThan(0.95);
  });

  it('takes as usual what user agents without any bare reader say, too', () => {
    const crowd = readers('Popular', 43, 48);
    expect(findReaderCampaigns([crowd, readers('', 0, 50, 4)])).toHaveLength(1);
    expect(findReaderCampaigns([crowd, readers('', 0, 50, 1), ...people])).toHaveLength(1);
    expect(findReaderCampaigns([crowd])).toEqual([]);
  });

  it('lets a share of bare readers pass that is ordinary on the site', () => {
    expect(findReaderCampaigns([...people, readers('F', 9, 160)])).toEqual([]);
  });

  it('says nothing where the assets come from elsewhere, so that everybody reads bare', () => {
    const bare = [readers('A', 300, 0), readers('B', 250, 0), readers('C', 40, 2)];
    expect(findReaderCampaigns(bare)).toEqual([]);
  });

  it('names the campaign alike whenever it is found', () => {
    const ids = [60, 70].map(
      (bare) => findReaderCampaigns([...people, readers('Fake', bare, 0)])[0]?.id,
    );
    expect(ids[0]).toBe(ids[1]);
  });
});
