import { isIP } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { AddressPlan, type AddressPool } from './address-plan.js';

const POOLS: readonly AddressPool[] = ['residential', 'mobile', 'hosting', 'office', 'relay'];

describe('AddressPlan', () => {
  it('gives every address once, all of them valid', () => {
    const plan = new AddressPlan(4);
    const given = POOLS.flatMap((pool) =>
      [30_000, 7, 900].flatMap((count) => {
        const lease = plan.lease(pool, pool === 'residential' ? count : Math.min(count, 3000));
        const size = pool === 'residential' ? count : Math.min(count, 3000);
        return Array.from({ length: size }, (_, index) => lease.at(index));
      }),
    );
    expect(new Set(given).size).toBe(given.length);
    expect(given.filter((address) => isIP(address) === 0)).toEqual([]);
    expect(given.filter((address) => /\.(0|255)$/.test(address))).toEqual([]);
  });

  it('scatters people and keeps rented machines together', () => {
    const plan = new AddressPlan(4);
    const networks = (pool: AddressPool): number => {
      const lease = plan.lease(pool, 60);
      const all = Array.from({ length: 60 }, (_, index) => lease.at(index));
      return new Set(all.map((address) => address.replace(/[.:][^.:]+$/, ''))).size;
    };
    expect(networks('residential')).toBe(60);
    expect(networks('hosting')).toBe(10);
  });

  it('gives whole prefixes of IPv6, each to one', () => {
    const plan = new AddressPlan(4);
    const prefixes = (['rented_prefix', 'phone_prefix', 'rented_prefix'] as const).map((pool) => {
      const lease = plan.lease(pool, 500);
      const all = Array.from({ length: 500 }, (_, index) => lease.at(index));
      expect(new Set(all).size).toBe(500);
      expect(all.filter((address) => isIP(address) !== 6)).toEqual([]);
      return [...new Set(all.map((address) => address.split(':').slice(0, 4).join(':')))];
    });
    expect(prefixes.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(new Set(prefixes.flat()).size).toBe(3);
  });

  it('gives the same lease to all who ask for a name, and no more than was leased', () => {
    const plan = new AddressPlan(4);
    const lease = plan.shared('carrier', 'mobile', 8);
    expect(plan.shared('carrier', 'mobile', 8).at(3)).toBe(lease.at(3));
    expect(() => lease.at(8)).toThrow(RangeError);
  });
});
