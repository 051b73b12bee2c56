import { describe, expect, it } from '@jest/globals';
import { type CycleFigures, defaultPolicy } from '#libs/intent';
import { peopleOfToday, type Store } from '#libs/store';
import { type BookedTransition } from '../verdicts/verdict-book.js';
import { type PublicationAlerts } from './publication-alerts.js';
import { type GuardedCycle, PublicationGuards } from './publication-guards.js';

const NOW = 100 * 3_600_000;
const healthy: CycleFigures = {
  asOf: NOW,
  now: NOW,
  finishedBefore: null,
  rows: 1_000,
  duplicatedRows: 0,
  addressesSeen: 50,
  addressesJudged: 60,
  verified: 0,
  verifiedBefore: null,
  boundlessCrawlers: [],
  disowned: 0,
};

/** A challenge of sixty people that becomes a block. */
const stricter = {
  change: 'changed',
  before: { action: 'challenge', mode: 'enforce' },
  state: {
    ...{ keyType: 'address', key: '192.0.2.7', action: 'block', mode: 'enforce', score: 95 },
    ...{ intent: { class: null }, expiresAt: null },
  },
  judgement: { confidence: 0.95 },
  circumstances: { blastRadius: { people: 60 } },
} as unknown as BookedTransition;

function guardsOf(people: number, peopleHitToday = 0): PublicationGuards {
  const store = {
    query: (sql: string) =>
      Promise.resolve(sql === peopleOfToday ? [{ people, peopleHitToday }] : []),
    insertRows: () => Promise.resolve(),
  };
  const clock = { now: () => NOW, monotonic: () => 0 };
  const alerts = { cycle: () => undefined } as unknown as PublicationAlerts;
  return new PublicationGuards(store as unknown as Store, clock, alerts);
}

const cycle = {
  ...{ asOf: NOW, since: NOW - 600_000, tenant: 'default', inForce: 10, judged: [] },
  ...{ policy: defaultPolicy, steps: [stricter] },
} as unknown as GuardedCycle;

describe(PublicationGuards.name, () => {
  it('asks for the people of the day also when verdicts only get stricter', async () => {
    expect(await guardsOf(10_000).admit(cycle, healthy)).toEqual([stricter]);
    expect(await guardsOf(10_000, 480).admit(cycle, healthy)).toEqual([]);
    expect(await guardsOf(1_000).admit(cycle, healthy)).toEqual([]);
  });
});
