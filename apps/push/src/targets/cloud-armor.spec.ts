import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FakeCloudArmor,
  startFakeCloudArmor,
} from '../../../../test/support/enforcement/fake-cloud-armor.js';
import { type Pushed, pushed } from '../testing/pushed.js';
import { verdictOn } from '../../../../test/support/enforcement/verdict-on.js';

let google: FakeCloudArmor;

beforeEach(async () => {
  google = await startFakeCloudArmor();
});

afterEach(() => google.close());

function target(account = google.serviceAccount): Pushed {
  const where = { project: 'my-project', address_group: 'block', url: google.url };
  return pushed(
    { kind: 'cloud_armor', ...where, service_account: { env: 'KEY' } },
    { env: { KEY: account } },
  );
}

describe('Google Cloud Armor address groups', () => {
  it('adds and removes what changes, signed in as the service account', async () => {
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.1.0.0/24'), verdictOn('2a00:1::/64')];
    await edge.cycles(1);
    expect(google.group.items).toEqual(['20.0.0.1/32', '20.1.0.0/24']);
    expect(edge.loop.status).toMatchObject({ state: 'in_step', dropped: 1 });
    edge.verdicts = [verdictOn('20.1.0.0/24')];
    await edge.cycles(1);
    expect(google.group.items).toEqual(['20.1.0.0/24']);
  });

  it('removes before it adds where the group is full', async () => {
    google.group.capacity = 2;
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.0.0.9/32')];
    await edge.cycles(1);
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.0.0.5/32')];
    await edge.cycles(1);
    expect(google.group.items).toEqual(['20.0.0.1/32', '20.0.0.5/32']);
    expect(edge.loop.status.failures).toBe(0);
  });

  it('says so when the key is none, or not one that may', async () => {
    const broken = target('no json');
    await broken.cycles(1);
    expect(broken.loop.status.lastFailure).toMatchObject({ code: 'NO_SECRET' });
    const other = await startFakeCloudArmor();
    const stranger = target(other.serviceAccount);
    await stranger.cycles(1);
    await other.close();
    expect(stranger.loop.status.lastFailure).toMatchObject({ code: 'DENIED' });
  });
});
