import { describe, expect, it } from '@jest/globals';
import { dayOdds } from './day-odds.js';
import { type Suspect, traitNames } from './suspect.js';

const some = (count: number, bad: boolean, network: string): readonly Suspect[] =>
  Array.from({ length: count }, (_, i) => ({
    address: `${network} ${bad} ${i}`,
    bad,
    firstSeen: 0,
    lastSeen: 1,
    traits: {
      ...(Object.fromEntries(traitNames.map((trait) => [trait, ''])) as Suspect['traits']),
      network,
    },
  }));

const strangers = Array.from({ length: 300 }, (_, i) => some(1, true, `AS${i}`)).flat();
const home = [...some(200, false, 'AS3320'), ...some(10, true, 'AS3320')];

describe(dayOdds.name, () => {
  it('takes the networks that people come from for a measure', () => {
    expect(dayOdds([...home, ...strangers])).toBeCloseTo((10 + 2 * Math.sqrt(10) + 1) / 200);
  });

  it('rises where everybody fares alike', () => {
    expect(dayOdds([...home, ...some(200, true, 'AS3320')])).toBeGreaterThan(1);
  });

  it('takes everybody where people come from no networks of their own', () => {
    const scattered = Array.from({ length: 200 }, (_, i) => some(1, false, `AS${i}`)).flat();
    expect(dayOdds([...scattered, ...strangers])).toBeGreaterThan(1.5);
  });

  it('tells networks by ranges of addresses where their numbers are not known', () => {
    const ranged = [...home, ...strangers].map((one) => ({
      ...one,
      traits: { ...one.traits, network: '', prefix: one.traits.network },
    }));
    expect(dayOdds(ranged)).toBe(dayOdds([...home, ...strangers]));
  });
});
