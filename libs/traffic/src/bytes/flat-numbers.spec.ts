import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { logTime } from '../scan/log-time.js';
import { decimalNumber, epochNumber } from './flat-numbers.js';

const read = (
  reader: (bytes: Uint8Array, start: number, end: number) => number,
  text: string,
): number => reader(Buffer.from(`"${text}"`), 1, text.length + 1);

const digits = (lengths: { minLength: number; maxLength: number }): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('0', '1', '7', '9'), ...lengths });
const decimal = fc
  .tuple(
    digits({ minLength: 1, maxLength: 16 }),
    fc.option(digits({ minLength: 0, maxLength: 16 })),
  )
  .map(([whole, fraction]) => (fraction === null ? whole : `${whole}.${fraction}`));
const epoch = fc
  .tuple(
    fc.oneof(digits({ minLength: 10, maxLength: 10 }), digits({ minLength: 12, maxLength: 14 })),
    fc.option(digits({ minLength: 0, maxLength: 4 })),
  )
  .map(([whole, fraction]) => (fraction === null ? whole : `${whole}.${fraction}`));

describe('decimalNumber', () => {
  it('gives the number that JavaScript reads, or none', () => {
    const isRead = fc.property(decimal, (text) => {
      const number = read(decimalNumber, text);
      if (!Number.isNaN(number)) expect(number).toBe(Number(text));
    });
    fc.assert(isRead, { numRuns: 3_000 });
  });

  it.each(['0', '15', '0.025', '1234567.12345678', '123456789012345'])('reads %s', (text) => {
    expect(read(decimalNumber, text)).toBe(Number(text));
  });

  it.each(['', '.5', '5.', '1.2.3', '-1', '1e3', '5ms'])('leaves %j', (text) => {
    expect(read(decimalNumber, text)).toBeNaN();
  });
});

describe('epochNumber', () => {
  it('gives the time that the general reader reads, of a number and of a text, or none', () => {
    const isRead = fc.property(epoch, (text) => {
      const time = read(epochNumber, text);
      if (!Number.isNaN(time)) expect([time, time]).toEqual([logTime(text), logTime(Number(text))]);
    });
    fc.assert(isRead, { numRuns: 3_000 });
  });

  it.each(['1795381200', '1795381200.2', '1795381200.025', '1795381200250'])('reads %s', (text) => {
    expect(read(epochNumber, text)).toBe(logTime(Number(text)));
  });
});
