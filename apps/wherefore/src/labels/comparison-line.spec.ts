import { describe, expect, it } from '@jest/globals';
import { type ComparedVisitor } from './compared-visitor.js';
import { comparisonLine } from './comparison-line.js';
import { toLabel } from './parse-labels.js';

const label = toLabel({ visitor: '192.0.2.1|curl/8', label: 'bad_bot', evasion: 'rotating' });
const unseen: ComparedVisitor = {
  label,
  judged: undefined,
  condemned: false,
  blocked: false,
  hindered: false,
  requests: 0,
  detection: undefined,
};
const seen: ComparedVisitor = {
  ...unseen,
  judged: {
    visitor: { type: 'address_user_agent', value: '192.0.2.1|curl/8' },
    nature: 'undeclared_bot',
    intent: { stance: 'malicious', class: 'OAT-011' },
    score: 90,
    action: 'block',
    requests: 40,
    campaign: null,
    evidence: [],
  },
  condemned: true,
  requests: 40,
  detection: { seconds: 60, requests: 12 },
};
const features = new Map([
  ['192.0.2.1', { requests: 90 }],
  ['192.0.2.1|curl/8', { requests: 40 }],
]);

describe(comparisonLine.name, () => {
  it('tells what is true, what was thought, how soon, and what was counted', () => {
    expect(comparisonLine(seen, features)).toMatchObject({
      visitor: '192.0.2.1|curl/8',
      label: 'bad_bot',
      evasion: 'rotating',
      judged: { nature: 'undeclared_bot', stance: 'malicious', class: 'OAT-011' },
      detection: { seconds: 60, requests: 12 },
      features: { requests: 40 },
    });
  });

  it('says null for what the log never showed', () => {
    expect(comparisonLine(unseen, new Map())).toMatchObject({
      judged: null,
      detection: null,
      features: null,
    });
  });

  it('falls back to the numbers of the address', () => {
    const address = { ...seen, judged: undefined };
    expect(comparisonLine(address, new Map([['192.0.2.1', { requests: 90 }]])).features).toEqual({
      requests: 90,
    });
  });
});
