import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AddressTable } from './address-table.js';
import { packTable, unpackTable } from './packed-table.js';

const word = fc.integer({ min: 0, max: 0xffff_ffff });

describe('packTable', () => {
  it.each([
    ['ipv4', 1],
    ['ipv6', 4],
  ] as const)('gives back what unpackTable gets, for %s', (family, width) => {
    const rows = fc.array(fc.array(word, { minLength: width + 1, maxLength: width + 1 }));
    fc.assert(
      fc.property(rows, (table) => {
        const column = (at: number): Uint32Array =>
          Uint32Array.from(table.map((row) => row[at] ?? 0));
        const starts = Array.from({ length: width }, (_, at) => column(at));
        const packed = packTable(new AddressTable(family, starts, column(width)));
        const { starts: unpacked, values } = unpackTable(family, packed);
        expect([...unpacked, values]).toEqual([...starts, column(width)]);
      }),
    );
  });
});
