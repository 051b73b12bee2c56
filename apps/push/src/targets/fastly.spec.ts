import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FakeFastly,
  startFakeFastly,
} from '../../../../test/support/enforcement/fake-fastly.js';
import { type Pushed, pushed, TestClock } from '../testing/pushed.js';
import { verdictOn } from '../../../../test/support/enforcement/verdict-on.js';

let clock: TestClock;
let fastly: FakeFastly;

beforeEach(async () => {
  clock = new TestClock();
  fastly = await startFakeFastly(clock.now);
  fastly.acls.set('one', []).set('two', []);
});

afterEach(() => fastly.close());

function target(but: object = {}): Pushed {
  const where = { service_id: 'SVC', acl_ids: ['one', 'two'], url: fastly.url };
  return pushed(
    { kind: 'fastly', ...where, token: { env: 'FASTLY' }, ...but },
    { env: { FASTLY: 'key-of-a-test' }, clock },
  );
}

const held = (acl: string): string[] =>
  (fastly.acls.get(acl) ?? []).map(({ ip, subnet }) => `${ip}/${subnet ?? ''}`).sort();

describe('Fastly ACLs', () => {
  it('adds and removes ours in one PATCH an ACL, and leaves the entries of others alone', async () => {
    const theirs = { id: 'x', ip: '30.0.0.1', subnet: 32, comment: 'partner', negated: '1' };
    fastly.acls.set('one', [theirs]);
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('2a00:1::/64')];
    await edge.cycles(1);
    expect(held('one')).toEqual(['20.0.0.1/32', '2a00:1::/64', '30.0.0.1/32']);
    edge.verdicts = [verdictOn('20.0.0.1/32'), verdictOn('20.0.0.9/32')];
    await edge.cycles(1);
    expect(held('one')).toEqual(['20.0.0.1/32', '20.0.0.9/32', '30.0.0.1/32']);
    expect(fastly.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(2);
  });

  it('fills one ACL, then the next, reads them page by page, and drops what fits in neither', async () => {
    const edge = target({ limits: { confirmations: 0 } });
    edge.verdicts = Array.from({ length: 2_010 }, (_, at) =>
      verdictOn(`20.0.${at >> 7}.${(at & 127) * 2}/32`),
    );
    await edge.cycles(2);
    expect([held('one').length, held('two').length]).toEqual([1_000, 1_000]);
    expect(edge.loop.status).toMatchObject({ dropped: 10, entries: 2_000, failures: 0 });
    edge.verdicts = edge.verdicts.slice(0, 5);
    await edge.cycles(1);
    expect([held('one').length, held('two').length]).toEqual([5, 0]);
  });

  it('leaves Fastly alone for as long as it says, when others spent the hour', async () => {
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32', { expires_at: null })];
    fastly.spentByOthers();
    await edge.cycles(3);
    expect(edge.loop.status).toMatchObject({ failures: 1, lastFailure: { code: 'RATE_LIMITED' } });
    await clock.sleep(3_600_000);
    await edge.cycles(1);
    expect(held('one')).toEqual(['20.0.0.1/32']);
  });

  it('does not read on where pages do not end', async () => {
    fastly.acls.set(
      'one',
      Array.from({ length: 20_100 }, (_, at) => ({
        ...{ id: `x${at}`, ip: `30.0.${at >> 8}.${at & 255}`, subnet: 32 },
        ...{ comment: 'partner', negated: '0' },
      })),
    );
    const edge = target();
    edge.verdicts = [verdictOn('20.0.0.1/32')];
    await edge.cycles(1);
    expect(edge.loop.status).toMatchObject({ lastFailure: { code: 'BAD_ANSWER' } });
    expect(fastly.calls).toHaveLength(200);
  });
});
