import { describe, expect, it } from '@jest/globals';
import { type ChangeLimits, guardChange, type PendingChange } from './change-guard.js';

const LIMITS: ChangeLimits = { growth: 2, shrink: 2, churn: 0.5, small: 10, confirmations: 1 };

const keys = (count: number, from = 0): Set<string> =>
  new Set(Array.from({ length: count }, (_, at) => `k${from + at}`));

const guard = (held: Set<string>, wanted: Set<string>, before: PendingChange | null = null) =>
  guardChange(held, wanted, LIMITS, before).pending;

describe(guardChange.name, () => {
  it('lets ordinary changes through at once', () => {
    expect(guard(keys(100), keys(120))).toBeNull();
    expect(guard(keys(100), keys(60))).toBeNull();
    expect(guard(keys(3), keys(20))).toBeNull();
    expect(guard(keys(0), keys(0))).toBeNull();
    expect(guard(keys(8), keys(1))).toBeNull();
  });

  it.each([
    ['emptied', keys(1), keys(0)],
    ['grown', keys(100), keys(201)],
    ['grown', keys(0), keys(21)],
    ['shrunk', keys(100), keys(49)],
    ['churned', keys(100), keys(100, 51)],
  ] as const)('asks once more when a list is %s', (alarm, held, wanted) => {
    const pending = guard(held, wanted);
    expect(pending).toEqual({ alarm, size: wanted.size, asked: 1 });
    expect(guard(held, wanted, pending)).toBeNull();
  });

  it('starts anew when the next cycle asks for something else', () => {
    const pending = guard(keys(100), keys(1_000));
    expect(guard(keys(100), keys(5_000), pending)).toEqual({
      alarm: 'grown',
      size: 5_000,
      asked: 1,
    });
    expect(guard(keys(100), keys(0), pending)).toMatchObject({ alarm: 'emptied', asked: 1 });
  });

  it('makes the change while an attack goes on growing', () => {
    const pending = guard(keys(100), keys(300));
    expect(guard(keys(100), keys(450), pending)).toBeNull();
    expect(guard(keys(100), keys(601), pending)).toMatchObject({ alarm: 'grown', asked: 1 });
  });

  it('wants as many confirmations as are set', () => {
    const strict = { ...LIMITS, confirmations: 3 };
    let pending: PendingChange | null = null;
    let cycles = 0;
    do {
      ({ pending } = guardChange(keys(100), keys(0), strict, pending));
      cycles += 1;
    } while (pending !== null);
    expect(cycles).toBe(4);
  });
});
