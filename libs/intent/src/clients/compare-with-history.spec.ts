import { describe, expect, it } from '@jest/globals';
import { type ClientPeriod } from './client-period.js';
import { compareWithHistory } from './compare-with-history.js';
import { clientWith } from './testing/ordinary-client.js';

function periods(
  unit: ClientPeriod['unit'],
  count: number,
  changes: (n: number) => Partial<ClientPeriod> = () => ({}),
): ClientPeriod[] {
  return Array.from({ length: count }, (_, n) => ({
    client: 'PSDXX-TEST-1',
    unit,
    ago: n + 1,
    requests: 5_000 + 100 * n,
    errors: 60,
    accountCalls: 4_000,
    refusals: 40,
    tokenRequests: 900,
    tokenFailures: 20,
    ...changes(n),
  }));
}

describe('compareWithHistory', () => {
  it('knows an ordinary week', () => {
    const compared = compareWithHistory(clientWith({}), periods('week', 8));
    expect(compared.map(({ figure }) => figure)).toEqual([
      'requests',
      'error_share',
      'refusal_share',
      'token_failure_share',
    ]);
    expect(compared.filter(({ deviates }) => deviates)).toEqual([]);
  });

  it('sees what leaves it', () => {
    const changed = clientWith({ requests: 15_000, accountCallsRefused: 400 });
    const deviating = compareWithHistory(changed, periods('week', 8))
      .filter(({ deviates }) => deviates)
      .map(({ figure }) => figure);
    expect(deviating).toEqual(['requests', 'refusal_share']);
  });

  it('does not take one bad week for the measure', () => {
    const history = periods('week', 8, (n) => (n === 3 ? { refusals: 4_000 } : {}));
    const bad = compareWithHistory(clientWith({ accountCallsRefused: 1_000 }), history);
    expect(bad.find(({ figure }) => figure === 'refusal_share')?.deviates).toBe(true);
  });

  it('takes days until three weeks are known, and nothing before', () => {
    const young = [...periods('week', 2), ...periods('day', 7)];
    expect(compareWithHistory(clientWith({}), young)[0]?.of).toBe('day');
    expect(compareWithHistory(clientWith({}), periods('day', 2))).toEqual([]);
  });
});
