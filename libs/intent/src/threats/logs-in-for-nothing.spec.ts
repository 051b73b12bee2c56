import { describe, expect, it } from '@jest/globals';
import { estateWith } from '../testing/ordinary-estate.js';
import { visitorFrom } from '../testing/ordinary-visitor.js';
import { logsInForNothing, leavesUntold } from './logs-in-for-nothing.js';

const logins = (count: number, more: object = {}): boolean => {
  const counts = { requests: count, posts: count, loginAttempts: count, loginSuccesses: count };
  return logsInForNothing(visitorFrom({ features: { ...counts, ...more } }).features, estate);
};

const estate = estateWith({});

describe(logsInForNothing.name, () => {
  it('is said of who logs in three times and does nothing else', () => {
    expect(logins(3)).toBe(true);
    expect(logins(2)).toBe(false);
    expect(logins(20, { requests: 22 })).toBe(true);
    expect(logins(20, { requests: 40 })).toBe(false);
  });

  it('does not take the form and its pictures for a use', () => {
    expect(logins(5, { requests: 40, loginPageViews: 5, assets: 30 })).toBe(true);
  });

  it('takes two visitors for no habit of the site', () => {
    const { features } = visitorFrom({
      features: { requests: 100, loginAttempts: 100, loginSuccesses: 100 },
    });
    const habit = (visitors: number): boolean =>
      logsInForNothing(features, {
        ...estate,
        baseline: (site, feature) => ({
          site,
          feature,
          visitors,
          quantiles: [1, 100, 100, 100, 100, 100, 100, 100, 100],
        }),
      });
    expect(habit(2)).toBe(true);
    expect(habit(50)).toBe(false);
  });
});

describe(leavesUntold.name, () => {
  const one = { requests: 1, posts: 1, loginAttempts: 1, loginSuccesses: 1 };

  it('is said of a browser that sends a login and shows no page', () => {
    expect(leavesUntold(visitorFrom({ features: one }))).toBe(true);
    expect(leavesUntold(visitorFrom({ features: { ...one, requests: 2, pages: 1 } }))).toBe(false);
    expect(leavesUntold(visitorFrom({ features: { ...one, requests: 4, apiCalls: 3 } }))).toBe(
      false,
    );
    expect(leavesUntold(visitorFrom({}))).toBe(false);
  });

  it('is said of who is shown the form once more than it sends it', () => {
    const back = { ...one, requests: 3, pages: 2, loginPageViews: 2 };
    expect(leavesUntold(visitorFrom({ features: back }))).toBe(true);
    const once = { ...back, requests: 2, pages: 1, loginPageViews: 1 };
    expect(leavesUntold(visitorFrom({ features: once }))).toBe(false);
    expect(leavesUntold(visitorFrom({ features: { ...back, requests: 6 } }))).toBe(false);
    expect(leavesUntold(visitorFrom({ features: { ...back, loginSuccesses: 0 } }))).toBe(false);
  });

  it('is not said of an app, which has no pages', () => {
    expect(leavesUntold(visitorFrom({ features: one, identity: { agentKind: 'app' } }))).toBe(
      false,
    );
  });
});
