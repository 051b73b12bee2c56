import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verdictMessage } from '../testing/verdict-message.js';
import { type VerdictChange } from './verdict-change.js';
import { VerdictTable } from './verdict-table.js';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const KEYS = ['default/address/192.0.2.1', 'default/address/192.0.2.2', 'default/session/5e55'];

/** The life of some keys as a publisher writes it: revisions rise, each change is a verdict or a lift. */
const history = fc
  .array(fc.record({ key: fc.constantFrom(...KEYS), lifts: fc.boolean() }), { maxLength: 30 })
  .map((steps) => {
    const revisions = new Map<string, number>();
    return steps.map(({ key, lifts }): VerdictChange => {
      const revision = (revisions.get(key) ?? 0) + 1;
      revisions.set(key, revision);
      return { key, revision, message: lifts ? null : verdictMessage({ revision }) };
    });
  });

function stateAfter(changes: readonly VerdictChange[]): Record<string, number | null> {
  const table = new VerdictTable();
  for (const change of changes) table.apply(change);
  return Object.fromEntries(KEYS.map((key) => [key, table.get(key, NOW)?.revision ?? null]));
}

/** The last change of each key alone, as after compaction. */
function compacted(changes: readonly VerdictChange[]): VerdictChange[] {
  return [...new Map(changes.map((change) => [change.key, change])).values()];
}

describe(VerdictTable.name, () => {
  it('ends in the same state from the beginning, from a compacted topic, and after a rebalance', () => {
    fc.assert(
      fc.property(history, fc.nat(), (changes, from) => {
        const again = changes.slice(changes.length === 0 ? 0 : from % changes.length);
        expect(stateAfter(compacted(changes))).toEqual(stateAfter(changes));
        expect(stateAfter([...changes, ...again])).toEqual(stateAfter(changes));
      }),
    );
  });

  it('ends in the same state out of order, with messages twice', () => {
    const shuffled = history.chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([changes, mixed]) => {
        expect(stateAfter(mixed)).toEqual(stateAfter(changes));
      }),
    );
  });

  it('forgets an expired verdict without a message, and does not take it back', () => {
    const table = new VerdictTable();
    const change = { key: 'k', revision: 3, message: verdictMessage({ revision: 3 }) };
    table.apply(change);
    const later = NOW + 3_600_001;
    expect(table.inForce(NOW)).toHaveLength(1);
    expect(table.inForce(later)).toHaveLength(0);
    expect(table.dropExpired(later)).toHaveLength(1);
    expect(table.size).toBe(0);
    expect(table.apply(change)).toBe(false);
  });

  it('takes a tombstone without revision, as a person writes it', () => {
    const table = new VerdictTable();
    table.apply({ key: 'k', revision: 3, message: verdictMessage({ revision: 3 }) });
    expect(table.apply({ key: 'k', revision: null, message: null })).toBe(true);
    expect(table.get('k', NOW)).toBeUndefined();
    expect(table.apply({ key: 'k', revision: 4, message: verdictMessage({ revision: 4 }) })).toBe(
      true,
    );
  });
});
