import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CampaignKind } from './campaign-kind.js';
import { findCrowd } from './find-crowd.js';
import { findExcess } from './find-excess.js';
import { type Suspect, type TraitName, traitNames } from './suspect.js';
import { type TrafficSeries } from './traffic-series.js';

/** How many of whom, in one day: all visitors, those who act, and those of them that end badly. */
interface Day {
  readonly visitors: number;
  readonly actors: number;
  readonly bad: number;
}

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
  readonly ordinaryDay: Day;
  readonly thisDay: Day;
  /** Who acted on this day, and who on an ordinary one. */
  readonly now: readonly Population[];
  readonly before: readonly Population[];
  readonly expected: {
    readonly campaign: boolean;
    /** Least share of the crowd that is called a member, and of the members that are of the crowd. */
    readonly recall?: number;
    readonly precision?: number;
  };
}

const root = join(import.meta.dirname, '../../../../test/cases');
const folders = readdirSync(root).filter((name) => name.startsWith('campaign-'));
const HISTORY = 21;
const HOUR = 3_600_000;
/** Parts of a day's count, hour by hour; they add up to 100. */
const SHAPE = [1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 8, 7, 5, 3, 2];

/** A day's count spread over its hours, the same total however it is rounded, a little more or less each day. */
function hours(count: number, day: number): readonly number[] {
  const wavering = count * (1 + 0.05 * Math.sin(day * 2.4));
  let left = 0;
  return SHAPE.map((part) => {
    left += (wavering * part) / 100;
    const whole = Math.floor(left);
    left -= whole;
    return whole;
  });
}

function seriesOf({ kind, ordinaryDay, thisDay }: Case): TrafficSeries {
  const counts = (of: keyof Day): readonly number[] => [
    ...Array.from({ length: HISTORY }, (_, day) => hours(ordinaryDay[of], day)).flat(),
    ...hours(thisDay[of], 0),
  ];
  return {
    site: 'shop.example',
    kind,
    from: Date.UTC(2025, 3, 1) - HISTORY * 24 * HOUR,
    actors: counts('actors'),
    bad: counts('bad'),
    visitors: counts('visitors'),
  };
}

function suspectsOf(populations: readonly Population[], window: string): readonly Suspect[] {
  return populations.flatMap(({ who, count, bad, traits }, place) =>
    Array.from({ length: count }, (_, i) => ({
      address: `${who} ${window} ${place} ${i}`,
      bad,
      firstSeen: 0,
      lastSeen: 1,
      traits: Object.fromEntries(
        traitNames.map((trait, step) => {
          const values = traits[trait] ?? ['(usual)'];
          return [trait, values[(i * (2 * step + 1)) % values.length] ?? ''];
        }),
      ) as Record<TraitName, string>,
    })),
  );
}

describe('golden cases of campaigns', () => {
  it.each(folders)('%s', (folder) => {
    const golden = JSON.parse(readFileSync(join(root, folder, 'case.json'), 'utf8')) as Case;
    const window = {
      now: suspectsOf(golden.now, 'now'),
      before: suspectsOf(golden.before, 'before'),
      acting: null,
      groups: [],
    };
    const crowds = findExcess(seriesOf(golden)).flatMap(
      (excess) => findCrowd(excess, window) ?? [],
    );
    expect(crowds.length > 0).toBe(golden.expected.campaign);
    if (!golden.expected.campaign) return;
    const members = [...(crowds[0]?.memberships.keys() ?? [])];
    const right = members.filter((address) => address.startsWith('crowd')).length;
    const crowd = window.now.filter(({ address }) => address.startsWith('crowd')).length;
    expect(right / crowd).toBeGreaterThanOrEqual(golden.expected.recall ?? 0.9);
    expect(right / members.length).toBeGreaterThanOrEqual(golden.expected.precision ?? 0.95);
  });
});
