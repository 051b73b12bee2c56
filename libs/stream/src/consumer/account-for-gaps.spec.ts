import { describe, expect, it } from '@jest/globals';
import { accountForGaps } from './account-for-gaps.js';
import { type LogMessage } from './log-batch.js';

const message = (offset: number): LogMessage => ({
  offset,
  appendTime: 1_000 + offset,
  key: null,
  value: Buffer.from(`line ${offset}`),
  headers: {},
});

const account = (offsets: number[], from: number): (number | [number, number])[] =>
  accountForGaps(offsets.map(message), from).map(({ offset, missingFrom }) =>
    missingFrom === undefined ? offset : [missingFrom, offset],
  );

describe('accountForGaps', () => {
  it('leaves what has no hole as it is', () => {
    const messages = [5, 6, 7].map(message);
    expect(accountForGaps(messages, 5)).toBe(messages);
    expect(accountForGaps([], 5)).toEqual([]);
  });

  it('puts one message before each hole, at its last offset', () => {
    expect(account([10, 11, 13, 20], 5)).toEqual([[5, 9], 10, 11, [12, 12], 13, [14, 19], 20]);
  });

  it('gives it the append time of the message after it, and no value', () => {
    expect(accountForGaps([message(9)], 3)[0]).toMatchObject({ appendTime: 1_009, value: null });
  });
});
