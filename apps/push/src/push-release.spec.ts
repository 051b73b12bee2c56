import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportGuard, type ReleasedTarget } from '#libs/enforcement';
import {
  type FakeCloudflare,
  startFakeCloudflare,
} from '../../../test/support/enforcement/fake-cloudflare.js';
import { checkPush } from './push-check.js';
import { releaseTargets } from './push-release.js';
import { type Pushed, pushed, TestClock } from './testing/pushed.js';
import { verdictOn } from '../../../test/support/enforcement/verdict-on.js';

let clock: TestClock;
let cloudflare: FakeCloudflare;

beforeEach(async () => {
  clock = new TestClock();
  cloudflare = await startFakeCloudflare(clock.now);
  cloudflare.items = [{ id: 'x', ip: '30.0.0.1', comment: 'partner' }];
});

afterEach(() => cloudflare.close());

function edge(token = 'token-of-a-test'): Pushed {
  const where = { account_id: '0'.repeat(32), list_id: '1'.repeat(32), url: cloudflare.url };
  return pushed(
    { kind: 'cloudflare', ...where, token: { env: 'CF' } },
    { env: { CF: token }, clock },
  );
}

async function released(...targets: readonly Pushed[]): Promise<ReleasedTarget[]> {
  const all: ReleasedTarget[] = [];
  await releaseTargets(
    targets.map(({ opened }) => opened),
    clock,
    (one) => all.push(one),
  );
  return all;
}

const ips = (): string[] => cloudflare.items.map(({ ip }) => ip).sort();

describe(releaseTargets.name, () => {
  it('takes out what is ours, whatever the verdicts say, and nothing else', async () => {
    const one = edge();
    one.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.0.0.9/32')];
    await one.cycles(1);
    expect(ips()).toHaveLength(3);
    expect(await released(one)).toEqual([
      {
        type: 'push-release',
        target: 'edge',
        kind: 'cloudflare',
        held: 2,
        left: 0,
        requests: ['remove 2 items from the list'],
        failure: null,
      },
    ]);
    expect(ips()).toEqual(['30.0.0.1']);
  });

  it('goes on with the next where one fails', async () => {
    const [failed, done] = await released(edge('wrong'), edge());
    expect(failed?.failure).toMatchObject({ code: 'DENIED' });
    expect(done?.failure).toBeNull();
  });
});

describe(checkPush.name, () => {
  it('says what is held back, left out and in the way, and sends nothing', async () => {
    const { opened } = edge();
    const verdicts = Array.from({ length: 300 }, (_, at) =>
      verdictOn(`20.0.${at >> 7}.${(at & 127) * 2}/32`),
    );
    const reports: unknown[] = [];
    await checkPush(
      {
        feed: {
          readOnce: () => Promise.resolve(),
          inForce: () => [...verdicts, verdictOn('30.0.0.1/32'), verdictOn('10.0.0.1/32')],
        },
        targets: [opened],
        guard: exportGuard({ cidrs: [] }),
        clock,
      },
      (report) => reports.push(report),
    );
    expect(reports).toMatchObject([
      {
        held: 0,
        wanted: 300,
        heldBack: 'grown',
        leftOut: { not_public: 1 },
        requests: ['add 300 items to the list'],
      },
    ]);
    expect(cloudflare.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});
