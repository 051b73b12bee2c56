import { describe, expect, it } from '@jest/globals';
import pc from 'picocolors';
import { type EstateSummary, tallyBy } from './estate-summary.js';
import { renderSummary } from './render-summary.js';

const summary: EstateSummary = {
  events: 12345,
  rejects: 2,
  clients: 100,
  sites: 2,
  from: '2025-03-03T04:00:00.000Z',
  to: '2025-03-03T05:30:00.000Z',
  by_nature: [{ name: 'undeclared_bot', visitors: 60, requests: 12000 }],
  by_intent: [{ name: 'OAT-008', visitors: 40, requests: 9000 }],
  malicious: 40,
  blocked: 38,
  campaigns: [],
  strongest: [
    {
      visitor: { type: 'address_user_agent', value: '192.0.2.7|\u001b]0;owned\u0007' },
      site: 'shop.example',
      nature: 'undeclared_bot',
      class: 'OAT-008',
      score: 99,
      confidence: 0.99,
      action: 'block',
      campaign: null,
      requests: 58,
      reasons: [{ code: 'LOGIN_FAILURES', text: 'failed to log in 58 times', weight: 4 }],
    },
  ],
};

const row = { stance: 'unknown', class: '', blocked: 0 };

describe(tallyBy.name, () => {
  it('adds up visitors and requests by name, the most visitors first', () => {
    const rows = [
      { ...row, nature: 'human', visitors: 1, requests: 10 },
      { ...row, nature: 'unknown', visitors: 5, requests: 7 },
      { ...row, nature: 'human', visitors: 2, requests: 20 },
    ];
    expect(tallyBy(rows, ({ nature }) => nature)).toEqual([
      { name: 'unknown', visitors: 5, requests: 7 },
      { name: 'human', visitors: 3, requests: 30 },
    ]);
  });
});

describe(renderSummary.name, () => {
  const text = renderSummary(summary, pc.createColors(false));

  it('tells figures with their nouns, and dead letters', () => {
    expect(text).toContain('12,345 requests of 100 addresses to 2 sites from 2025-03-03 04:00');
    expect(text).toContain('2 lines could not be read');
    expect(text).toContain('undeclared bot        60    12,000  97.2 %');
    expect(text).toContain('OAT-008 credential stuffing        40     9,000');
    expect(text).toContain('    • failed to log in 58 times');
  });

  it('lets nothing from a log steer the terminal', () => {
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('leaves out the parts that are empty', () => {
    expect(text).not.toContain('Many acting as one');
  });
});
