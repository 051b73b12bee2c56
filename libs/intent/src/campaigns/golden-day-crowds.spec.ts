import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CampaignKind } from './campaign-kind.js';
import { findDayCrowd } from './find-day-crowd.js';
import { type Suspect, type TraitName, traitNames } from './suspect.js';

/** So many alike; a trait with several values takes turns with them. Traits left out are `(usual)`. */
interface Population {
  readonly who: 'people' | 'crowd';
  readonly count: number;
  readonly bad: boolean;
  readonly traits: Partial<Record<TraitName, readonly string[]>>;
}

interface Case {
  readonly story: string;
  readonly kind: CampaignKind;
  readonly populations: readonly Population[];
  readonly expected: {
    readonly crowd: boolean;
    /** Least share of the crowd that is called a member, and of the members that are of the crowd. */
    readonly recall?: number;
    readonly precision?: number;
  };
}

const root = join(import.meta.dirname, '../../../../test/cases');
const folders = readdirSync(root).filter((name) => name.startsWith('day-crowd-'));

function suspectsOf(populations: readonly Population[]): readonly Suspect[] {
  return populations.flatMap(({ who, count, bad, traits }, place) =>
    Array.from({ length: count }, (_, i) => ({
      address: `${who} ${place} ${i}`,
      bad,
      firstSeen: i,
      lastSeen: i + 1,
      traits: Object.fromEntries(
        traitNames.map((trait, step) => {
          const values = traits[trait] ?? ['(usual)'];
          // Traits of a group take their turns together, others each at its own pace.
          const turn = trait === 'agent' || trait === 'fingerprint' ? i : i * (2 * step + 1);
          return [trait, values[turn % values.length] ?? ''];
        }),
      ) as Record<TraitName, string>,
    })),
  );
}

describe('golden cases of crowds that a day alone shows', () => {
  it.each(folders)('%s', (folder) => {
    const { kind, populations, expected } = JSON.parse(
      readFileSync(join(root, folder, 'case.json'), 'utf8'),
    ) as Case;
    const suspects = suspectsOf(populations);
    const day = { site: 'shop.example', kind, suspects, acting: null, groups: [] };
    const crowd = findDayCrowd(day);
    expect(crowd !== null).toBe(expected.crowd);
    if (!expected.crowd) return;
    const members = [...(crowd?.memberships.keys() ?? [])];
    const right = members.filter((address) => address.startsWith('crowd')).length;
    const all = suspects.filter(({ address }) => address.startsWith('crowd')).length;
    expect(right / all).toBeGreaterThanOrEqual(expected.recall ?? 0.9);
    expect(right / members.length).toBeGreaterThanOrEqual(expected.precision ?? 0.99);
  });
});
