import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differences, type Recount, recordedPart } from '#libs/enforcement';
import { defaultPolicy } from '#libs/intent';
import { VerdictRecount } from '../../apps/analyse/src/recount/recount-verdicts.js';
import { type ClosedLoopResult, runClosedLoop } from '../faults/verdicts/closed-loop.js';
import { STEP_MS } from '../faults/verdicts/attack-log.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';

/**
 * In small what `npm run faults -- verdicts --fault closed-loop` does for a day: a verdict lasts two steps and a half, so that it ends in
 * the middle of one.
 */
const STEPS = 9;
const POLICY = { ...defaultPolicy, firstExpiryMs: 2.5 * STEP_MS, longestExpiryMs: 5 * STEP_MS };
const STEADY = '198.51.100.1';

let clickhouse: TestClickHouse;
let loop: ClosedLoopResult;

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  loop = await runClosedLoop(clickhouse.store, {
    steps: STEPS,
    policy: POLICY,
    attackers: { [STEADY]: () => true, '198.51.100.3': (step) => step === 0 },
  });
}, 300_000);

afterAll(async () => {
  await clickhouse.stop();
});

describe('our own verdicts, enforced', () => {
  it('renews none by its own blocks', () => {
    expect(loop.condemned).toBeGreaterThan(1);
    expect(loop.refused.get(STEADY)?.size).toBeGreaterThan(2);
    expect(loop.renewedByOwnBlocks).toBe(0);
  });

  it('releases those who stopped within one cycle after their time', () => {
    expect(loop.released).toBe(loop.stopped);
    expect(loop.stopped).toBe(1);
  });

  it('holds on to those who go on as soon as they are let in', () => {
    const steady = loop.changes.filter(({ key }) => key === STEADY);
    expect(steady.filter(({ change }) => change !== 'lifted').length).toBeGreaterThan(2);
    expect(steady.at(-1)?.change).not.toBe('lifted');
  });

  it('counts the same again, own answers left out as they were then', async () => {
    const recounts: Recount[] = [];
    const settings = { policy: POLICY, weights: undefined, verdict: '' };
    await new VerdictRecount(clickhouse.store, settings).run((one) => recounts.push(one));
    const counted = recounts.filter(({ again }) => again !== null);
    expect(counted.length).toBeGreaterThan(3);
    for (const { message, again } of counted) {
      expect(differences(recordedPart(message), again?.part)).toEqual([]);
    }
    expect(recounts.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  it('takes nothing for a fault of its own', () => {
    expect(loop.alerts).toEqual([]);
  });
});
