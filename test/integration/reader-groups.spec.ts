import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findLoginCampaigns,
  findReaderCampaigns,
  type LoginGroup,
  type ReaderGroup,
} from '#libs/intent';
import { loginGroups, readerGroups } from '#libs/store';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';

const SITE = 'shop.example';
const POPULAR = 'Mozilla/5.0 Chrome/142.0';
const OTHERS = ['Mozilla/5.0 Firefox/144.0', 'Mozilla/5.0 Safari/605.1', 'Mozilla/5.0 Edg/142.0'];

describe('groups of readers', () => {
  let clickhouse: TestClickHouse;

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    const fill = `INSERT INTO visitor_window (keyType, key, address, userAgent, userAgents, site, pages, claimsBrowser, assets, bareReader)
      SELECT 'address', address, concat('192.0.2.', toString(number), {userAgent: String}) AS address, {userAgent: String}, 1, {site: String},
        3, 1, if(number < {bare: UInt32}, 0, 9), number < {bare: UInt32}
      FROM numbers({readers: UInt32})`;
    const people = { site: SITE, bare: 0, readers: 50 };
    for (const userAgent of OTHERS) await clickhouse.store.command(fill, { ...people, userAgent });
    const crowd = { site: SITE, userAgent: POPULAR, bare: 43, readers: 91 };
    await clickhouse.store.command(fill, crowd);
  });

  afterAll(() => clickhouse.stop());

  it('show a crowd behind a popular user agent where nobody else reads bare', async () => {
    const groups = await clickhouse.store.query<ReaderGroup>(readerGroups);
    expect(
      groups.map(({ cell, userAgents, bare, dressed }) => [cell, userAgents, bare, dressed]),
    ).toEqual([
      ['', OTHERS.length, 0, 50],
      [`${SITE} ${POPULAR}`, 1, 43, 48],
    ]);
    expect(findReaderCampaigns(groups).map(({ cell }) => cell)).toEqual([`${SITE} ${POPULAR}`]);
  });

  it('show a crowd whose logins are all answered as successes and never used', async () => {
    const fill = `INSERT INTO visitor_window (keyType, key, address, site, loginCell, loginSite, loginTemplate, claimsBrowser,
        requests, assets, loginAttempts, loginSuccesses, loginPageViews)
      SELECT 'address', address, concat('198.51.100.', toString(number), {cell: String}) AS address, {site: String}, {cell: String},
        {site: String}, '/login', 1, {requests: UInt32}, {assets: UInt32}, {logins: UInt32}, {logins: UInt32}, 0
      FROM numbers({visitors: UInt32})`;
    const customers = { cell: 'dressed', requests: 30, assets: 12, logins: 1, visitors: 100 };
    const busy = { cell: 'busy', requests: 40, assets: 0, logins: 4, visitors: 20 };
    const crowd = { cell: 'bare', requests: 4, assets: 0, logins: 4, visitors: 40 };
    for (const group of [customers, busy, crowd])
      await clickhouse.store.command(fill, { site: SITE, ...group });
    const groups = await clickhouse.store.query<LoginGroup>(loginGroups);
    expect(groups.map(({ cell, failing, succeeding }) => [cell, failing, succeeding])).toEqual([
      ['bare', 40, 0],
      ['busy', 0, 20],
      ['dressed', 0, 100],
    ]);
    expect(findLoginCampaigns(groups).map(({ cell }) => cell)).toEqual(['bare']);
  });
});
