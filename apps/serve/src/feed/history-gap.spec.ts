import { describe, expect, it } from '@jest/globals';
import { HistoryGap } from './history-gap.js';

const rows = (...sequences: number[]): Parameters<HistoryGap['before']>[0] =>
  sequences.map((sequence) => ({
    ...{ sequence, change: 'condemned', revision: 1, messageKey: '', message: '' },
  }));

describe(HistoryGap.name, () => {
  it('holds back what comes behind a hole, until it is filled', () => {
    const gap = new HistoryGap(() => undefined);
    expect(gap.before(rows(5, 6, 9), 4, 0)).toHaveLength(2);
    expect(gap.before(rows(9), 6, 1_000)).toHaveLength(0);
    expect(gap.before(rows(7, 8, 9), 6, 2_000)).toHaveLength(3);
  });

  it('goes on after ten seconds, and says so', () => {
    const told: number[][] = [];
    const gap = new HistoryGap((after, next) => told.push([after, next]));
    expect(gap.before(rows(9), 6, 0)).toHaveLength(0);
    expect(gap.before(rows(9), 6, 9_999)).toHaveLength(0);
    expect(gap.before(rows(9), 6, 10_000)).toHaveLength(1);
    expect(told).toEqual([[6, 9]]);
  });
});
