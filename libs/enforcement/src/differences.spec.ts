import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences } from './differences.js';

describe(differences.name, () => {
  it('finds none between equal data, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(value, structuredClone(value))).toEqual([]);
      }),
    );
  });

  it('says where they are, what was and what is', () => {
    const then = { requests: 3, reasons: [{ code: 'A', value: 2 }, { code: 'B' }] };
    const now = { requests: 3, reasons: [{ code: 'A', value: 3 }] };
    expect(differences(then, now)).toEqual([
      { path: 'reasons.0.value', then: 2, now: 3 },
      { path: 'reasons.1', then: { code: 'B' }, now: null },
    ]);
  });

  it.each([
    [1, 2, 1],
    [1e15, 1e15 + 1, 1],
    [0.1 + 0.2, 0.3, 0],
    [0.3, 0.3 + 1e-8, 1],
    [1, 1 + 1e-12, 0],
    [1, '1', 1],
    [null, 0, 1],
    [null, undefined, 1],
  ])('takes %p and %p: %d', (then, now, found) => {
    expect(differences(then, now)).toHaveLength(found);
  });
});
