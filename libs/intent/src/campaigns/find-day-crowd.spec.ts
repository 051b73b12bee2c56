import { describe, expect, it } from '@jest/globals';
import { type Campaign } from './campaign.js';
import { findDayCrowd } from './find-day-crowd.js';
import { type Suspect, traitNames, type TraitName } from './suspect.js';

const some = (
  who: string,
  count: number,
  bad: boolean,
  traits: (i: number) => Partial<Record<TraitName, string>>,
): readonly Suspect[] =>
  Array.from({ length: count }, (_, i) => ({
    address: `${who} ${i}`,
    bad,
    firstSeen: 1_000 + i,
    lastSeen: 2_000 + i,
    traits: {
      ...(Object.fromEntries(traitNames.map((trait) => [trait, ''])) as Suspect['traits']),
      path: 'act',
      conduct: 'assets=0 pages=0 links=0 browser=1',
      ...traits(i),
    },
  }));

const people = some('person', 100, false, (i) => ({
  agent: `ShopApp ${i % 4}`,
  network: `AS${i % 3}`,
}));
const crowd = some('member', 200, true, (i) => ({
  agent: `Chrome/${i % 20}`,
  network: `AS${100 + (i % 40)}`,
}));

const found = (
  suspects: readonly Suspect[],
  { acting = null, groups = [] }: { acting?: Campaign | null; groups?: readonly Campaign[] } = {},
): ReturnType<typeof findDayCrowd> =>
  findDayCrowd({ site: 'shop.example', kind: 'login', suspects, acting, groups });

describe(findDayCrowd.name, () => {
  it('names the crowd by what it does, where and since when', () => {
    expect(found([...people, ...crowd])?.campaign).toMatchObject({
      id: 'login-today-shop.example-1970-01-01T00',
      threat: 'OAT-008',
      start: 1_000,
      observed: 200,
    });
  });

  it('keeps the name and the start of a crowd that goes on', () => {
    const first = found([...people, ...crowd])?.campaign ?? null;
    const later = crowd.map((one) => ({ ...one, firstSeen: one.firstSeen + 86_400_000 }));
    expect(found([...people, ...later], { acting: first })?.campaign).toMatchObject({
      id: first?.id,
      start: 1_000,
    });
  });

  it('leaves alone who belongs to a group that is a campaign, and nobody else', () => {
    const first = found([...people, ...crowd])?.campaign;
    if (first === undefined) throw new Error('no crowd');
    const bare = { ...first, cell: 'shop.example /login assets=0 pages=0 browser=1' };
    const dressed = { ...first, cell: 'shop.example /login assets=1 pages=1 browser=1' };
    expect(found([...people, ...crowd], { groups: [bare] })).toBeNull();
    expect(found([...people, ...crowd], { groups: [dressed] })?.memberships.size).toBe(200);
  });

  it('says nothing where too few do well to be a measure, or few more end badly than on a bad day', () => {
    expect(found([...people.slice(0, 9), ...crowd])).toBeNull();
    expect(found([...people, ...crowd.slice(0, 24)])).toBeNull();
  });
});
