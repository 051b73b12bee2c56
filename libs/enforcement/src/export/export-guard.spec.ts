import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { blockText, parseBlock } from '../capacity/address-block.js';
import { exportGuard } from './export-guard.js';

const guard = exportGuard({ cidrs: ['11.1.0.0/16', '11.2.3.4', '2a00:1:2::/48'] });

describe(exportGuard.name, () => {
  it.each([
    ['11.9.8.7/32', null],
    ['2a00:9::7/128', null],
    ['11.1.200.3/32', 'never_exported'],
    ['11.2.3.0/24', 'never_exported'],
    ['11.2.4.0/24', null],
    ['2a00:1:2:3::/64', 'never_exported'],
    ['2a00:1::/32', 'never_exported'],
    ['2a00:1:3::/48', null],
    ['10.1.2.3/32', 'not_public'],
    ['198.51.0.0/16', 'not_public'],
    ['::ffff:10.1.2.3/128', 'not_public'],
    ['fd00::1/128', 'not_public'],
    ['64:ff9b::b01:101/128', 'not_public'],
    ['11.0.0.0/8', 'too_wide'],
    ['0.0.0.0/0', 'too_wide'],
    ['2a00::/16', 'too_wide'],
    ['host.example', 'not_an_address'],
    ['11.9.8.7; deny all', 'not_an_address'],
    ['11.9.8.7\n0.0.0.0/0', 'not_an_address'],
    ['', 'not_an_address'],
  ])('says of %s: %s', (cidr, refusal) => {
    expect(guard(cidr)).toBe(refusal);
  });

  it('refuses whatever another library calls private, reserved or local', () => {
    const none = exportGuard({ cidrs: [] });
    const address = fc.oneof(fc.ipV4(), fc.ipV6()).filter((text) => ipaddr.isValid(text));
    fc.assert(
      fc.property(address, (text) => {
        const known = ipaddr.process(text);
        fc.pre(known.range() !== 'unicast');
        const block = parseBlock(text);
        expect(block === null ? 'refused' : none(blockText(block))).not.toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  it('never lets an address of an excluded block out, however it is asked for', () => {
    const block = fc
      .tuple(fc.integer({ min: 0x0b000000, max: 0x0bffffff }), fc.integer({ min: 16, max: 32 }))
      .map(([first, bits]) => ({ version: 4 as const, first: BigInt(first), bits }))
      .map((one) => parseBlock(blockText(one)))
      .filter((one) => one !== null);
    const inside = (address: bigint, { first, bits }: { first: bigint; bits: number }): boolean =>
      address >> BigInt(32 - bits) === first >> BigInt(32 - bits);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), block, (excluded, asked) => {
        const refuses = exportGuard({ cidrs: excluded.map(blockText) })(blockText(asked)) !== null;
        const touches = excluded.some(
          (one) => inside(one.first, asked) || inside(asked.first, one),
        );
        expect(refuses).toBe(touches);
      }),
    );
  });

  it('says which exclusion is none', () => {
    expect(() => exportGuard({ cidrs: ['11.1.0.0/16', 'proxy-1'] })).toThrow(/proxy-1/);
  });
});
