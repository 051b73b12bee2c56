import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { logTime } from './log-time.js';

const EVENING = Date.UTC(2026, 10, 22, 22, 0, 0);

describe('the time of a JSON log', () => {
  it.each([
    ['2026-11-22T22:00:00Z', EVENING],
    ['2026-11-22T22:00:00z', EVENING],
    ['2026-11-22t22:00:00.000Z', EVENING],
    ['2026-11-22T23:00:00+01:00', EVENING],
    ['2026-11-22T22:00:00+0000', EVENING],
    ['2026-11-22T17:00:00-05', EVENING],
    ['2026-11-22 22:00:00', EVENING],
    ['2026-11-22 22:00:00 +0000', EVENING],
    ['2026-11-22 22:00:00 UTC', EVENING],
    ['2026-11-22T22:00Z', EVENING],
    ['2026/11/22 22:00:00', EVENING],
    ['2026-11-22:22:00:00.000Z', EVENING],
    ['2026-11-22T22:00:00.5879Z', EVENING + 588],
    ['2026-11-22T22:00:00,5871Z', EVENING + 587],
    ['2026-11-22T22:00:00.9996Z', EVENING + 1000],
    ['2026-11-22T22:00:00.5Z', EVENING + 500],
    ['22/Nov/2026:22:00:00 +0000', EVENING],
    ['22/Nov/2026:22:00:00.11e999 +0000', EVENING + 110],
    ['[22/Nov/2026:22:00:00 +0000]', EVENING],
    ['Sun, 22 Nov 2026 22:00:00 GMT', EVENING],
    ['1795384800', EVENING],
    ['1795384800.250', EVENING + 250],
    [1_795_384_800, EVENING],
    [1_795_384_800.25, EVENING + 250],
    [1_795_384_800_250, EVENING + 250],
    [1_795_384_800_250_000, EVENING + 250],
    [1_795_384_800_250_000_000, EVENING + 250],
  ])('reads %j', (text, time) => {
    expect(logTime(text)).toBe(time);
  });

  it.each([
    '',
    '-',
    'soon',
    '2026',
    '20261122',
    '2026-11-22',
    '2026-13-22T22:00:00Z',
    '2026-02-30T22:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T22:60:00Z',
    '2026-11-22T22:00:00+1',
    '2026-11-22T22:00:00Zulu',
    '2026-11-22T22:00:00.Z9',
    '2026-11-22X22:00:00Z',
    '2026-11/22T22:00:00Z',
    '1.795.384.800',
    'Sun, 22 Nov 2026 GMT',
    0,
    -5,
    Infinity,
    null,
    {},
    true,
  ])('takes %j for no time', (value) => {
    expect(logTime(value)).toBeNaN();
  });

  it('agrees with the platform on every instant it writes itself', () => {
    const years = { min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), (date) => logTime(date.toISOString()) === date.getTime()),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => typeof logTime(text) === 'number'),
    );
  });
});
