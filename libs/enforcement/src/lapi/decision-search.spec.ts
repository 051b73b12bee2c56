import { describe, expect, it } from '@jest/globals';
import { verdictMessage } from '../testing/verdict-message.js';
import { DecisionBoard } from './decision-board.js';
import { type DecisionFilter } from './decision-filter.js';
import { type DecisionQuestion, searchDecisions } from './decision-search.js';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const ALL: DecisionFilter = { types: ['ban', 'captcha', 'throttle'], sites: [] };

const board = new DecisionBoard(() => null, 0);
['11.0.0.7/32', '11.0.0.0/24', '11.0.0.64/26', '2a00:1::7/128', '2a00:1::/64'].forEach(
  (cidr, at) => {
    const { subject } = verdictMessage();
    const message = verdictMessage({ subject: { ...subject, enforce_as: [cidr] } });
    board.apply({ key: cidr, revision: 1, sequence: at + 1, message }, NOW);
  },
);

function ask(question: DecisionQuestion, filter: DecisionFilter = ALL): string[] {
  return searchDecisions(board, question, filter, NOW)
    .map(({ value }) => value)
    .sort();
}

describe(searchDecisions.name, () => {
  it('finds what includes an address or a block', () => {
    expect(ask({ block: '11.0.0.7' })).toEqual(['11.0.0.0/24', '11.0.0.7']);
    expect(ask({ block: '11.0.0.65' })).toEqual(['11.0.0.0/24', '11.0.0.64/26']);
    expect(ask({ block: '11.0.0.64/27' })).toEqual(['11.0.0.0/24', '11.0.0.64/26']);
    expect(ask({ block: '2A00:0001::7' })).toEqual(['2a00:1::/64', '2a00:1::7']);
    expect(ask({ block: '11.0.1.1' })).toEqual([]);
  });

  it('finds what lies in a block', () => {
    expect(ask({ block: '11.0.0.0/25', contains: false })).toEqual(['11.0.0.64/26', '11.0.0.7']);
    expect(ask({ block: '11.0.0.0/24', contains: false })).toHaveLength(3);
  });

  it('finds a value by any notation, and everything', () => {
    expect(ask({ value: '2a00:1:0::/64' })).toEqual(['2a00:1::/64']);
    expect(ask({ value: '11.0.0.7' }, { ...ALL, scopes: ['RANGE'] })).toEqual([]);
    expect(ask({ value: 'somebody' })).toEqual([]);
    expect(ask({})).toHaveLength(5);
    expect(ask({}, { ...ALL, type: 'captcha' })).toEqual([]);
  });

  it('refuses what is no address', () => {
    expect(() => ask({ block: '11.0.0.300' })).toThrow(RangeError);
  });
});
