import { describe, expect, it } from '@jest/globals';
import { mergePhases } from './merge-phases.js';

describe(mergePhases.name, () => {
  it('keeps what was reached, since when, and the largest counts, in order', () => {
    const before = [{ name: 'attempt', first: 5, requests: 9, visitors: 3 } as const];
    const now = [
      { name: 'success', first: 30, requests: 1, visitors: 1 } as const,
      { name: 'attempt', first: 20, requests: 4, visitors: 4 } as const,
    ];
    expect(mergePhases(before, now)).toEqual([
      { name: 'attempt', first: 5, requests: 9, visitors: 4 },
      { name: 'success', first: 30, requests: 1, visitors: 1 },
    ]);
  });
});
