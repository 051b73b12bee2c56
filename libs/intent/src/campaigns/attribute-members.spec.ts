import { describe, expect, it } from '@jest/globals';
import { randomLcg } from 'd3-random';
import { attributeMembers } from './attribute-members.js';
import { type Suspect, type TraitName, traitNames } from './suspect.js';

/** One of three values, independent from trait to trait. */
function draw(visitor: number, trait: number): number {
  return Math.floor(3 * randomLcg((visitor * 31 + trait * 7.3 + 0.5) / 10_007)());
}

function visitors(
  who: string,
  count: number,
  traits: Partial<Record<TraitName, string>>,
): Suspect[] {
  return Array.from({ length: count }, (_, i) => ({
    address: `${who} ${i}`,
    bad: true,
    firstSeen: 0,
    lastSeen: 0,
    traits: Object.fromEntries(
      traitNames.map((trait, step) => [trait, traits[trait] ?? `usual ${draw(i, step)}`]),
    ) as Record<TraitName, string>,
  }));
}

const crowd = { network: 'AS64500', path: 'act' };

describe(attributeMembers.name, () => {
  const suspects = [...visitors('person', 60, {}), ...visitors('member', 240, crowd)];
  const members = attributeMembers(suspects, visitors('before', 300, {}), 240);

  it('gives probabilities that add up to the excess', () => {
    const sum = members.reduce((all, { probability }) => all + probability, 0);
    expect(sum).toBeCloseTo(240, 3);
  });

  it('tells who shares the traits of the crowd, and which', () => {
    for (const { suspect, probability, shares } of members) {
      const isMember = suspect.address.startsWith('member');
      expect(probability > 0.5).toBe(isMember);
      if (isMember) expect(shares).toEqual(expect.arrayContaining(['network', 'path']));
    }
  });

  it('is as unsure about each as about all where nothing tells them apart', () => {
    const alike = attributeMembers(visitors('x', 200, {}), visitors('before', 200, {}), 50);
    for (const { probability } of alike) expect(probability).toBeCloseTo(0.25, 1);
  });

  it('concludes the same in whatever order they come', () => {
    const again = attributeMembers(suspects.toReversed(), visitors('before', 300, {}), 240);
    const byAddress = new Map(again.map((one) => [one.suspect.address, one.probability]));
    for (const { suspect, probability } of members)
      expect(byAddress.get(suspect.address)).toBeCloseTo(probability, 9);
  });
});
