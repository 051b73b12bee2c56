import { describe, expect, it } from '@jest/globals';
import { type VisitorRow } from '#libs/store';
import { verdictLine } from './verdict-line.js';

const evidence = [
  {
    code: 'LOGIN_FAILURES',
    text: 'failed to log in 58 times',
    weight: 4.2,
    value: 58,
    baseline: 4,
  },
  { code: 'SPARED', text: 'loads assets', weight: -1, value: 1, baseline: null },
];

const row: VisitorRow = {
  key_type: 'address_user_agent',
  key: '192.0.2.7|curl/8.0|x',
  address: '192.0.2.7',
  first_seen: Date.UTC(2025, 2, 3, 4, 5, 6, 7),
  last_seen: Date.UTC(2025, 2, 3, 5),
  requests: 61,
  judged: 1,
  nature: 'undeclared_bot',
  verification: 'none',
  stance: 'malicious',
  class: 'OAT-008',
  score: 99,
  confidence: 0.994,
  action: 'block',
  campaign: 'logins-1',
  evidence: JSON.stringify(evidence),
};

describe(verdictLine.name, () => {
  it('has exactly the fields of the contract, in its order', () => {
    expect(JSON.stringify(verdictLine(row))).toBe(
      JSON.stringify({
        visitor: { type: 'address_user_agent', value: '192.0.2.7|curl/8.0|x' },
        addresses: ['192.0.2.7'],
        nature: 'undeclared_bot',
        verification: 'none',
        intent: { stance: 'malicious', class: 'OAT-008' },
        score: 99,
        confidence: 0.994,
        action: 'block',
        campaign: 'logins-1',
        first_seen: '2025-03-03T04:05:06.007Z',
        last_seen: '2025-03-03T05:00:00.000Z',
        requests: 61,
        evidence,
      }),
    );
  });

  it('says null where there is no class and no campaign', () => {
    const line = verdictLine({ ...row, stance: 'benign', class: '', campaign: '', evidence: '[]' });
    expect(line.intent).toEqual({ stance: 'benign', class: null });
    expect(line.campaign).toBeNull();
    expect(line.evidence).toEqual([]);
  });

  it('calls a visitor unknown that was seen and never judged', () => {
    const nothing = {
      nature: '',
      verification: '',
      stance: '',
      class: '',
      action: '',
      evidence: '',
    };
    const unjudged = { ...row, ...nothing, key_type: 'address', key: 'host.example', judged: 0 };
    const line = verdictLine(unjudged);
    expect(Object.keys(line)).toEqual(Object.keys(verdictLine(row)));
    expect(line).toMatchObject({
      visitor: { type: 'address', value: 'host.example' },
      nature: 'unknown',
      intent: { stance: 'unknown', class: null },
      score: 0,
      action: 'monitor',
      requests: 61,
      evidence: [],
    });
  });
});
