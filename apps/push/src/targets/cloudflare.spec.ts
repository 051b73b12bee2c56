import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FakeCloudflare,
  startFakeCloudflare,
} from '../../../../test/support/enforcement/fake-cloudflare.js';
import { type Pushed, pushed, TestClock } from '../testing/pushed.js';
import { verdictOn } from '../../../../test/support/enforcement/verdict-on.js';

let clock: TestClock;
let cloudflare: FakeCloudflare;

beforeEach(async () => {
  clock = new TestClock();
  cloudflare = await startFakeCloudflare(clock.now);
});

afterEach(() => cloudflare.close());

function target(but: object = {}, token = 'token-of-a-test'): Pushed {
  const where = { account_id: '0'.repeat(32), list_id: '1'.repeat(32), url: cloudflare.url };
  return pushed(
    { kind: 'cloudflare', ...where, token: { env: 'CF' }, ...but },
    { env: { CF: token }, clock },
  );
}

const ips = (): string[] => cloudflare.items.map(({ ip }) => ip).sort();

describe('Cloudflare Lists', () => {
  it('adds and removes ours by bulk operations, and leaves the items of others alone', async () => {
    cloudflare.items = [{ id: 'x', ip: '30.0.0.1', comment: 'partner' }];
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.1.0.0/24'), verdictOn('2a00:1::/64')];
    await edge.cycles(1);
    expect(ips()).toEqual(['20.0.0.1', '20.1.0.0/24', '2a00:1::/64', '30.0.0.1']);
    edge.verdicts = [verdictOn('20.1.0.0/24')];
    await edge.cycles(1);
    expect(ips()).toEqual(['20.1.0.0/24', '30.0.0.1']);
    const before = cloudflare.calls.length;
    await edge.cycles(5);
    expect(cloudflare.calls.length).toBe(before);
  });

  it('leaves an item of somebody else to them, though there is a verdict on it', async () => {
    cloudflare.items = [{ id: 'x', ip: '20.0.0.1', comment: 'partner' }];
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.0.0.9/32')];
    await edge.cycles(1);
    expect(ips()).toEqual(['20.0.0.1', '20.0.0.9']);
    edge.verdicts = [];
    const before = cloudflare.calls.length;
    await edge.cycles(3);
    expect(cloudflare.items).toEqual([{ id: 'x', ip: '20.0.0.1', comment: 'partner' }]);
    expect(edge.loop.status).toMatchObject({ state: 'in_step', entries: 0 });
    await edge.cycles(3);
    expect(cloudflare.calls.length - before).toBeLessThan(10);
  });

  it('leaves out IPv6 that the list does not take, unless it may be widened', async () => {
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('2a00:1::5/128')];
    await edge.cycles(1);
    expect(ips()).toEqual(['20.0.0.1']);
    expect(edge.loop.status.leftOut).toEqual({ ipv6_longer_than_64: 1 });
    const wide = target({ widen_ipv6: 'always' });
    wide.verdicts = edge.verdicts;
    await wide.cycles(1);
    expect(ips()).toEqual(['20.0.0.1', '2a00:1::/64']);
  });

  it('comes back later while another operation of the account runs', async () => {
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32')];
    cloudflare.isBusyElsewhere = true;
    await edge.cycles(1);
    expect(edge.loop.status.lastFailure).toMatchObject({ code: 'RATE_LIMITED' });
    cloudflare.isBusyElsewhere = false;
    await edge.cycles(2);
    expect(ips()).toEqual(['20.0.0.1']);
  });

  it('never asks for more than the account may hold, and keeps the worthiest', async () => {
    cloudflare.items = Array.from({ length: 9_990 }, (_, at) => ({
      id: `x${at}`,
      ip: `30.0.${at >> 8}.${at & 255}`,
      comment: '',
    }));
    const edge = target();
    edge.verdicts = Array.from({ length: 15 }, (_, at) =>
      verdictOn(`20.0.0.${at * 2}/32`, { risk_score: 80 + at }),
    );
    await edge.cycles(1);
    const ours = ips().filter((ip) => ip.startsWith('20.'));
    expect(ours).toHaveLength(10);
    expect(ours).toContain('20.0.0.28');
    expect(ours).not.toContain('20.0.0.8');
    expect(edge.loop.status).toMatchObject({ dropped: 5, failures: 0 });
  });

  it('says what to check when the token may not', async () => {
    const edge = target({}, 'wrong-token-of-a-test');
    await edge.cycles(1);
    const { lastFailure } = edge.loop.status;
    expect(lastFailure).toMatchObject({ code: 'DENIED', message: expect.stringContaining('403') });
    expect(JSON.stringify(edge.log)).not.toContain('wrong-token-of-a-test');
  });
});
