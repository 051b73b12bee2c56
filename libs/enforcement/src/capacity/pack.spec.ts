import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockText, holdsBlock, parseBlock } from './address-block.js';
import { type AddressEntry } from './address-entry.js';
import { coalesce } from './coalesce.js';
import { type Capacity, entryKey, pack } from './pack.js';
import { worthOf } from './worth-of.js';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const HOUR_MS = 3_600_000;
const ROOMY: Capacity = { ipv4: 1_000, ipv6: 1_000, total: 1_000 };
const NONE: ReadonlySet<string> = new Set();

function entry(cidr: string, but: Partial<AddressEntry> = {}): AddressEntry {
  const block = parseBlock(cidr);
  if (block === null) throw new Error(`no block: ${cidr}`);
  const rest = { action: 'block', score: 90, requests: 100, expiresAt: NOW + HOUR_MS } as const;
  return { block, threat: 'OAT-008', ...rest, ...but };
}

/** Few addresses in a small space, so that halves meet and blocks hold each other. */
const cidrs = fc.oneof(
  fc
    .tuple(fc.nat({ max: 63 }), fc.integer({ min: 26, max: 32 }))
    .map(([low, bits]) => `198.51.100.${low}/${bits}`),
  fc
    .tuple(fc.nat({ max: 15 }), fc.integer({ min: 62, max: 66 }))
    .map(([low, bits]) => `2001:db8:0:${low.toString(16)}::/${bits}`),
);

const entries = fc.array(
  fc.record({
    cidr: cidrs,
    action: fc.constantFrom('block' as const, 'challenge' as const),
    score: fc.integer({ min: 1, max: 100 }),
    requests: fc.nat({ max: 10_000 }),
    expiresAt: fc.option(fc.integer({ min: NOW + 1, max: NOW + 48 * HOUR_MS })),
  }),
  { maxLength: 40 },
);

const made = entries.map((all) => all.map(({ cidr, ...rest }) => entry(cidr, rest)));
const sizes = fc.integer({ min: 0, max: 20 });

const capacityOf = (total: number): Capacity => ({ ipv4: total, ipv6: total, total });
const keysOf = (packed: readonly AddressEntry[]): string[] => packed.map(entryKey);

/** Whether an address is in a list of blocks with an action; the probe is a block of one address. */
function covers(list: readonly AddressEntry[], probe: AddressEntry): boolean {
  return list.some((one) => one.action === probe.action && holdsBlock(one.block, probe.block));
}

describe(coalesce.name, () => {
  it('makes one block of halves, of halves of halves, and of what another block holds', () => {
    const quarter = ['192.0.2.0/26', '192.0.2.64/26', '192.0.2.128/25', '192.0.2.7/32'];
    expect(coalesce(quarter.map((one) => entry(one))).map(({ block }) => blockText(block))).toEqual(
      ['192.0.2.0/24'],
    );
  });

  it('keeps apart what is only neighbouring, and what is treated differently', () => {
    const kept = coalesce([
      entry('192.0.2.1/32'),
      entry('192.0.2.2/32'),
      entry('192.0.2.3/32', { action: 'challenge' }),
    ]);
    expect(keysOf(kept)).toEqual([
      '192.0.2.1/32 block',
      '192.0.2.2/32 block',
      '192.0.2.3/32 challenge',
    ]);
  });

  it('ends with the first of its parts', () => {
    const [merged] = coalesce([
      entry('192.0.2.2/32', { expiresAt: NOW + 5 }),
      entry('192.0.2.3/32', { expiresAt: null }),
    ]);
    expect(merged).toMatchObject({ expiresAt: NOW + 5, requests: 200 });
  });

  it('covers the same addresses as before, not one more', () => {
    const probes = fc.oneof(
      fc.nat({ max: 80 }).map((low) => `198.51.100.${low}/32`),
      fc.nat({ max: 20 }).map((low) => `2001:db8:0:${low.toString(16)}:4000::/128`),
    );
    fc.assert(
      fc.property(made, probes, fc.constantFrom('block', 'challenge'), (all, cidr, action) => {
        const probe = entry(cidr, { action: action as 'block' });
        expect(covers(coalesce(all), probe)).toBe(covers(all, probe));
      }),
    );
  });

  it('needs no second pass, and does not ask in which order it is told', () => {
    const shuffled = made.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        const once = keysOf(coalesce(all));
        expect(keysOf(coalesce(coalesce(all)))).toEqual(once);
        expect(keysOf(coalesce(mixed))).toEqual(once);
      }),
    );
  });
});

describe(pack.name, () => {
  it('keeps the certain, busy and lasting, and counts what it dropped', () => {
    const packed = pack(
      [
        entry('192.0.2.1/32', { score: 40 }),
        entry('192.0.2.4/32', { requests: 50_000 }),
        entry('192.0.2.8/32', { expiresAt: NOW + 60_000 }),
        entry('192.0.2.16/32'),
      ],
      capacityOf(2),
      NONE,
      NOW,
    );
    expect(keysOf(packed.entries)).toEqual(['192.0.2.4/32 block', '192.0.2.16/32 block']);
    expect(packed.dropped).toBe(2);
    expect(packed.droppedShare).toBeGreaterThan(0);
    expect(packed.droppedShare).toBeLessThan(0.5);
  });

  it('never holds more than the target can, of each version and together', () => {
    const capacities = fc.record({ ipv4: sizes, ipv6: sizes, total: sizes });
    fc.assert(
      fc.property(made, capacities, (all, capacity) => {
        const packed = pack(all, capacity, NONE, NOW);
        const of = (version: number): number =>
          packed.entries.filter(({ block }) => block.version === version).length;
        expect(of(4)).toBeLessThanOrEqual(capacity.ipv4);
        expect(of(6)).toBeLessThanOrEqual(capacity.ipv6);
        expect(packed.entries.length).toBeLessThanOrEqual(capacity.total);
        expect(packed.entries.length + packed.dropped).toBe(coalesce(all).length);
        expect(packed.droppedShare).toBeGreaterThanOrEqual(0);
        expect(packed.droppedShare).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('loses no block when there is more room', () => {
    fc.assert(
      fc.property(made, sizes, sizes, (all, total, more) => {
        const small = keysOf(pack(all, capacityOf(total), NONE, NOW).entries);
        const large = keysOf(pack(all, capacityOf(total + more), NONE, NOW).entries);
        expect(large).toEqual(expect.arrayContaining(small));
      }),
    );
  });

  it('drops nothing that is worth more than what it keeps', () => {
    fc.assert(
      fc.property(made, sizes, (all, total) => {
        const kept = pack(all, capacityOf(total), NONE, NOW).entries;
        const least = Math.min(...kept.map((one) => worthOf(one, NOW)));
        const dropped = coalesce(all).filter((one) => !keysOf(kept).includes(entryKey(one)));
        if (total > 0)
          for (const one of dropped) expect(worthOf(one, NOW)).toBeLessThanOrEqual(least);
      }),
    );
  });

  it('changes at most one block for each verdict that comes, where the list is full and nothing merges', () => {
    const apart = fc.uniqueArray(fc.nat({ max: 500 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        apart,
        fc.array(fc.integer({ min: 1, max: 100 })),
        sizes,
        (lows, scores, total) => {
          // Even addresses alone are never halves of one block.
          const all = lows.map((low, at) =>
            entry(`10.0.${low >> 7}.${(low & 127) * 2}/32`, { score: scores[at] ?? 50 }),
          );
          const before = pack(all.slice(1), capacityOf(total), NONE, NOW).entries;
          const held = new Set(keysOf(before));
          const after = pack(all, capacityOf(total), held, NOW).entries;
          expect(keysOf(after).filter((key) => !held.has(key)).length).toBeLessThanOrEqual(1);
          expect(pack(all.slice(1), capacityOf(total), held, NOW).entries).toEqual(before);
        },
      ),
    );
  });

  it('does not let two of nearly the same worth take turns', () => {
    const one = entry('192.0.2.1/32', { score: 90 });
    const other = entry('192.0.2.4/32', { score: 92 });
    const held = new Set([entryKey(one)]);
    expect(keysOf(pack([one, other], capacityOf(1), held, NOW).entries)).toEqual([entryKey(one)]);
    const far = entry('192.0.2.4/32', { score: 100, requests: 10_000 });
    expect(keysOf(pack([one, far], capacityOf(1), held, NOW).entries)).toEqual([entryKey(far)]);
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(made, sizes, (all, total) => {
        expect(pack(all, capacityOf(total), NONE, NOW)).toEqual(
          pack([...all].reverse(), capacityOf(total), NONE, NOW),
        );
      }),
    );
    const twice = [null, NOW + 1].map((expiresAt) => entry('192.0.2.32/27', { expiresAt }));
    const half = entry('192.0.2.0/27', { expiresAt: null });
    for (const all of [
      [...twice, half],
      [...twice.reverse(), half],
    ])
      expect(coalesce(all)).toMatchObject([{ expiresAt: null }]);
    expect(pack([], ROOMY, NONE, NOW)).toEqual({ entries: [], dropped: 0, droppedShare: 0 });
  });
});
