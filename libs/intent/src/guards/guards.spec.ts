import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advanceVerdict } from '../decision/advance-verdict.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { judgementSketch } from '../policy/judgement-sketch.js';
import { unknownCircumstances } from '../policy/unknown-circumstances.js';
import { type CycleFigures } from './cycle-figures.js';
import { expectedPeople } from './expected-people.js';
import { holdBack } from './hold-back.js';
import { inspectCycle } from './inspect-cycle.js';
import { type ProposedChange } from './proposed-change.js';

const HOUR = 3_600_000;
const healthy: CycleFigures = {
  asOf: 100 * HOUR,
  now: 100 * HOUR,
  finishedBefore: 100 * HOUR - 1_000,
  rows: 1_000,
  duplicatedRows: 0,
  addressesSeen: 50,
  addressesJudged: 60,
  verified: 5,
  verifiedBefore: 4,
  boundlessCrawlers: [],
  disowned: 0,
};

const reasons = (but: Partial<CycleFigures>): string[] =>
  inspectCycle({ ...healthy, ...but }).map(({ reason }) => reason);

function condemned(i: number, score: number, people = 0): ProposedChange {
  const judgement = judgementSketch({
    keyType: 'address',
    key: `192.0.2.${i}`,
    address: `192.0.2.${i}`,
    userAgent: '',
    nature: 'undeclared_bot',
    intent: { stance: 'malicious', class: 'OAT-008' },
    score,
    confidence: score / 100,
    peopleSharing: 0,
    site: '',
    requests: 50,
    roles: [],
  });
  const circumstances = {
    ...unknownCircumstances,
    blastRadius: {
      visitors: people,
      people,
      verifiedBots: 0,
      addressOnly: { visitors: people, people, verifiedBots: 0 },
    },
  };
  const step = advanceVerdict(null, judgement, 0, defaultPolicy, circumstances);
  return { ...step, judgement, circumstances };
}

describe(inspectCycle.name, () => {
  it('finds nothing wrong with a healthy cycle, nor with a replay of an old log', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ asOf: HOUR, finishedBefore: null, verifiedBefore: null })).toEqual([]);
  });

  it.each<[string, Partial<CycleFigures>]>([
    ['duplicated_rows', { duplicatedRows: 20 }],
    ['empty_result', { addressesJudged: 0 }],
    ['clock', { asOf: 102 * HOUR }],
    ['clock', { finishedBefore: 101 * HOUR }],
    ['catalogue', { verified: 40, addressesJudged: 60 }],
    ['catalogue', { boundlessCrawlers: ['Googlebot'] }],
    ['catalogue', { disowned: 3 }],
  ])('finds %s in %j', (reason, but) => {
    expect(reasons(but)).toEqual([reason]);
  });
});

describe(holdBack.name, () => {
  const { limits } = defaultPolicy;
  const some = (count: number): ProposedChange[] =>
    Array.from({ length: count }, (_, i) => condemned(i, 80 + (i % 20)));

  it('publishes an ordinary cycle', () => {
    const result = holdBack(some(300), { inForce: 0, people: 5_000, peopleHitToday: 0 }, limits);
    expect(result.held).toEqual([]);
  });

  it('holds ten times the verdicts at once', () => {
    const state = { inForce: 20, people: 5_000, peopleHitToday: 0 };
    const result = holdBack(some(300), state, { ...limits, growthFrom: 20 });
    expect(result.admitted).toEqual([]);
    expect(result.findings.map(({ reason }) => reason)).toEqual(['growth']);
  });

  it('keeps the highest risks where there are too many', () => {
    const state = { inForce: 100, people: 5_000, peopleHitToday: 0 };
    const { admitted, held } = holdBack(some(40), state, { ...limits, total: 110 });
    expect(admitted).toHaveLength(10);
    const least = Math.min(...admitted.map((one) => one.state.score));
    expect(held.every(({ change }) => change.state.score <= least)).toBe(true);
  });

  it('counts lifts that are held as verdicts that stay', () => {
    const lifts = some(250).map(({ state, ...rest }): ProposedChange => {
      return { ...rest, change: 'lifted', state: { ...state, because: 'score' } };
    });
    const fresh = condemned(255, 90);
    const state = { inForce: 300, people: 5_000, peopleHitToday: 0 };
    const { admitted, findings } = holdBack([...lifts, fresh], state, { ...limits, total: 300 });
    expect(admitted).toEqual([]);
    expect(findings.map(({ reason }) => reason)).toEqual(['churn', 'total']);
  });

  it.each<[string, NonNullable<ProposedChange['before']>]>([
    ['ends its trial', { action: 'block', mode: 'simulate' }],
    ['gets stricter', { action: 'challenge', mode: 'enforce' }],
  ])('asks the budget when a verdict on many people %s', (_, before) => {
    const one: ProposedChange = { ...condemned(1, 95, 500), change: 'changed', before };
    const harder = { ...one, state: { ...one.state, action: 'block' as const } };
    const state = { inForce: 10, people: 5_000, peopleHitToday: 0 };
    const { held } = holdBack([harder], state, limits);
    expect(held.map(({ reason }) => reason)).toEqual(['people_per_cycle']);
  });

  it('never holds what gets milder for the people it hits', () => {
    const one = condemned(1, 95, 500);
    const milder: ProposedChange = {
      ...{ ...one, state: { ...one.state, action: 'throttle' }, change: 'changed' },
      before: { action: 'block', mode: 'enforce' },
    };
    const state = { inForce: 10, people: 5_000, peopleHitToday: 4_000 };
    expect(holdBack([milder], state, limits).held).toEqual([]);
  });

  it('never admits more people than the budget, whatever is proposed', () => {
    const proposed = fc.array(
      fc.tuple(fc.nat(255), fc.integer({ min: 80, max: 100 }), fc.nat(30)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(proposed, fc.nat(5_000), fc.nat(60), (list, people, peopleHitToday) => {
        const changes = list.map(([i, score, others]) => condemned(i, score, others));
        const { admitted } = holdBack(changes, { inForce: 0, people, peopleHitToday }, limits);
        const hit = admitted.reduce((sum, one) => sum + expectedPeople(one), 0);
        const budget = Math.max(limits.peopleAtLeast, people * limits.peoplePerCycle);
        expect(hit).toBeLessThanOrEqual(budget + 1e-9);
        const day = Math.max(limits.peopleAtLeast, people * limits.peoplePerDay);
        expect(hit === 0 || hit + peopleHitToday <= day + 1e-9).toBe(true);
      }),
    );
  });
});
