import { beforeAll, describe, expect, it } from '@jest/globals';
import { simulateEstate } from '../estate.js';
import { type SimulatedRequest } from '../world/simulated-request.js';

const HOUR = 3_600_000;

describe('the good bots', () => {
  const estate = simulateEstate({ seed: 8, start: Date.UTC(2025, 10, 19), hours: 24, scale: 0.1 });
  let all: SimulatedRequest[] = [];
  beforeAll(() => {
    all = [...estate.requests()];
  });

  it.each([
    ['googlebot', /^66\.249\.(6[4-9]|7\d)\./],
    ['bingbot', /^(40\.77\.167|157\.55\.39|207\.46\.13)\./],
    ['applebot', /^17\.241\./],
  ])('%s comes from networks its operator publishes', (kind, network) => {
    const addresses = all.filter(({ visitor }) => visitor.kind === kind);
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.every(({ clientAddress }) => network.test(clientAddress))).toBe(true);
  });

  it('has impostors only outside those networks', () => {
    const impostors = all.filter(({ visitor }) => visitor.kind.startsWith('impostor_'));
    expect(impostors.every(({ userAgent }) => /Googlebot|bingbot/.test(userAgent))).toBe(true);
    expect(impostors.some(({ clientAddress }) => /^(66|40|157|207)\./.test(clientAddress))).toBe(
      false,
    );
  });

  it('checks at a fixed period', () => {
    const checks = all.filter(
      ({ visitor, host }) => visitor.kind === 'internal_monitor' && host.startsWith('api.'),
    );
    const gaps = checks.slice(1).map(({ time }, index) => time - (checks[index]?.time ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(59_000);
    expect(Math.max(...gaps)).toBeLessThan(61_000);
  });

  it('reads accounts unattended no more than four times a day per customer', () => {
    const tokens = all.filter(
      ({ visitor, target, fapiCustomerAddress }) =>
        visitor.class === 'tpp' && target === '/as/token' && fapiCustomerAddress === '',
    );
    const perCustomer = new Map<string, number>();
    for (const { apiClient, account } of tokens) {
      const key = `${apiClient}/${account}`;
      perCustomer.set(key, (perCustomer.get(key) ?? 0) + 1);
    }
    expect(perCustomer.size).toBeGreaterThan(100);
    expect(Math.max(...perCustomer.values())).toBeLessThanOrEqual(4);
  });

  it('hides one call in fifty of a TPP behind its client id', () => {
    const calls = all.filter(({ apiClient }) => apiClient === 'tpp-pennywise');
    const intruder = calls.filter(({ visitor }) => visitor.label === 'bad_bot');
    expect(intruder.length / calls.length).toBeGreaterThan(0.01);
    expect(intruder.length / calls.length).toBeLessThan(0.04);
    const own = new Set(calls.map(({ clientAddress }) => clientAddress));
    expect(intruder.every(({ clientAddress }) => own.has(clientAddress))).toBe(true);
    const span = (intruder.at(-1)?.time ?? 0) - (intruder[0]?.time ?? 0);
    expect(span).toBeGreaterThan(8 * HOUR);
  });
});
