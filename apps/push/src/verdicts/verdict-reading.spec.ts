import { describe, expect, it } from '@jest/globals';
import { type VerdictMessage } from '#libs/enforcement';
import { VerdictReading } from './verdict-reading.js';

const VERDICT = { key: 'k', revision: 1, message: {} as VerdictMessage };
const LIFTED = { key: 'k', revision: 2, message: null };
/** A tombstone that no publisher of verdicts wrote. */
const EMPTIED = { key: 'k', revision: null, message: null };

describe(VerdictReading.name, () => {
  it.each([
    ['holds a verdict', [VERDICT], 1, true],
    ['holds one among messages of others', [null, VERDICT], 2, true],
    ['holds lifts only', [LIFTED], 5, true],
    ['was compacted until nothing was left', [], 5, true],
    ['never held a message', [], 0, false],
    ['holds access logs', [null, null], 2, false],
    ['holds what others emptied', [EMPTIED], 1, false],
  ])('of a topic that %s', (_, changes, everHeld, isWhole) => {
    const reading = new VerdictReading();
    for (const change of changes) reading.take(change);
    expect(reading.isWhole).toBe(false);
    reading.reachEnd(everHeld);
    expect(reading.isWhole).toBe(isWhole);
  });

  it('of a topic that gets its first verdict', () => {
    const reading = new VerdictReading();
    reading.reachEnd(0);
    reading.take(VERDICT);
    expect(reading.isWhole).toBe(true);
  });
});
