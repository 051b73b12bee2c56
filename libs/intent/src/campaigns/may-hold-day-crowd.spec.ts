import { describe, expect, it } from '@jest/globals';
import { type CampaignKind } from './campaign-kind.js';
import { mayHoldDayCrowd } from './may-hold-day-crowd.js';

/** Two days, hour by hour alike; of the second so many end badly each hour. */
const mayHold = (kind: CampaignKind, actors: number, bad: number): boolean =>
  mayHoldDayCrowd({
    site: 'shop.example',
    kind,
    from: 0,
    actors: Array.from({ length: 48 }, () => actors),
    bad: Array.from({ length: 48 }, (_, hour) => (hour < 24 ? 0 : bad)),
    visitors: Array.from({ length: 48 }, () => actors),
  });

describe(mayHoldDayCrowd.name, () => {
  it.each([
    ['many end badly', 'login', 100, 20, true],
    ['few do, beside those who do well', 'login', 100, 8, false],
    ['a handful do', 'login', 0.9, 0.8, false],
    ['they do what a day tells nothing of', 'payment', 100, 20, false],
  ] as const)('where %s', (_, kind, actors, bad, expected) => {
    expect(mayHold(kind, actors, bad)).toBe(expected);
  });
});
