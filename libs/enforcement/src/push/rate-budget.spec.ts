import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { budgetOf, fullBudget, refilled, spend } from './rate-budget.js';
import { retryDelay } from './retry-delay.js';

describe(spend.name, () => {
  it('never lets more through in any window than the budget says', () => {
    const steps = fc.array(fc.nat({ max: 400_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(steps, (pauses) => {
        const budget = budgetOf(100, 3_600);
        const spent: number[] = [];
        let level = fullBudget(budget, 0);
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const result = spend(budget, level, 1, now);
          level = result.level;
          if (result.waitMs === 0) spent.push(now);
        }
        for (const start of spent) {
          const within = spent.filter((at) => at >= start && at < start + 3_600_000);
          expect(within.length).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('says how long to wait, and that is long enough', () => {
    const budget = { burst: 1, perSecond: 1 };
    const first = spend(budget, fullBudget(budget, 0), 1, 0);
    const refused = spend(budget, first.level, 1, 250);
    expect(refused.waitMs).toBe(750);
    expect(spend(budget, refused.level, 1, 1_000).waitMs).toBe(0);
    expect(spend(budget, fullBudget(budget, 0), 50, 0).waitMs).toBe(0);
  });

  it('gives nothing for a clock that was set back', () => {
    const budget = { burst: 10, perSecond: 1 };
    expect(refilled(budget, { left: 3, at: 60_000 }, 0)).toEqual({ left: 3, at: 0 });
  });
});

describe(retryDelay.name, () => {
  it('doubles up to five minutes, and waits as long as it was asked to', () => {
    expect([1, 2, 3, 60].map((failures) => retryDelay(failures, 1, 0))).toEqual([
      1_000, 2_000, 4_000, 300_000,
    ]);
    expect(retryDelay(1, 0, 0)).toBe(500);
    expect(retryDelay(1, 0, 90_000)).toBe(90_000);
  });

  it('leaves no target alone for more than an hour, whatever it asks', () => {
    expect(retryDelay(1, 0, Date.parse('9999-12-31'))).toBe(3_600_000);
  });
});
