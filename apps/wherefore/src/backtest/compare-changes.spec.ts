import { describe, expect, it } from '@jest/globals';
import { type PastChange } from '#libs/store';
import { compareChanges } from './compare-changes.js';

const change = (but: Partial<PastChange> = {}): PastChange => ({
  asOf: 1_000,
  change: 'condemned',
  keyType: 'address',
  key: '192.0.2.7',
  action: 'block',
  nature: 'undeclared_bot',
  stance: 'malicious',
  class: 'OAT-008',
  mode: 'enforce',
  ...but,
});

describe(compareChanges.name, () => {
  it('counts every decision of either run once', () => {
    const both = change();
    const other = change({ key: '192.0.2.8', action: 'challenge' });
    const onlyLive = change({ key: '192.0.2.9', asOf: 500 });
    const { decisions, same, share, disagreements } = compareChanges(
      [both, { ...other, action: 'block' }],
      [both, other, onlyLive],
    );
    expect({ decisions, same, share }).toEqual({ decisions: 3, same: 1, share: 1 / 3 });
    expect(disagreements).toEqual([
      {
        keyType: 'address',
        key: '192.0.2.9',
        asOf: 500,
        backtest: null,
        live: 'condemned block OAT-008',
      },
      {
        keyType: 'address',
        key: '192.0.2.8',
        asOf: 1_000,
        backtest: 'condemned block OAT-008',
        live: 'condemned challenge OAT-008',
      },
    ]);
  });

  it('agrees on nothing', () => {
    expect(compareChanges([], [])).toMatchObject({ decisions: 0, share: 1 });
  });

  it('tells a simulated verdict from one in force', () => {
    const { disagreements } = compareChanges([change({ mode: 'simulate' })], [change()]);
    expect(disagreements).toMatchObject([{ backtest: 'condemned block OAT-008 simulated' }]);
  });
});
