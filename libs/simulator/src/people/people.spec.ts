import { beforeAll, describe, expect, it } from '@jest/globals';
import { simulateEstate } from '../estate.js';
import { type SimulatedRequest } from '../world/simulated-request.js';

describe('people', () => {
  const estate = simulateEstate({
    seed: 21,
    start: Date.UTC(2025, 10, 19),
    hours: 24,
    scale: 0.15,
  });
  const byKind = new Map<string, SimulatedRequest[]>();
  beforeAll(() => {
    for (const request of estate.requests()) {
      const { kind } = request.visitor;
      const requests = byKind.get(kind);
      if (requests) requests.push(request);
      else byKind.set(kind, [request]);
    }
  });

  function of(kind: string): SimulatedRequest[] {
    return byKind.get(kind) ?? [];
  }

  const isAsset = ({ target }: SimulatedRequest): boolean => /^\/(assets|media)\//.test(target);

  it('load assets with pages, and keep copies of them', () => {
    const requests = of('desktop_shopper');
    expect(requests.filter(isAsset).length / requests.length).toBeGreaterThan(0.5);
    const unchanged = requests.filter(({ status }) => status === 304).length;
    expect(unchanged / requests.length).toBeGreaterThan(0.01);
    expect(requests.some(({ method, status }) => method === '' && status === 408)).toBe(true);
  });

  it('use the API alone when they use the app', () => {
    const requests = of('app_user');
    expect(new Set(requests.map(({ source }) => source))).toEqual(new Set(['mobile-api']));
    expect(requests.every(({ referer }) => referer === '')).toBe(true);
  });

  it('mistype passwords one to four times, and most get in', () => {
    const logins = of('forgetful_customer').filter(
      ({ method, target }) => method === 'POST' && target === '/account/login',
    );
    const failed = logins.filter(({ status }) => status === 200).length;
    const succeeded = logins.filter(({ status }) => status === 302).length;
    expect(failed).toBeGreaterThan(succeeded);
    expect(failed).toBeLessThan(4 * succeeded);
  });

  it('open dozens of products when they compare', () => {
    const [first] = of('comparing_shopper');
    const products = of('comparing_shopper').filter(
      ({ clientAddress, target }) =>
        clientAddress === first?.clientAddress && /^\/p\/\d+-/.test(target),
    );
    expect(products.length).toBeGreaterThan(30);
  });

  it('share an office address with many user agents, by day', () => {
    const requests = of('corporate_proxy');
    const [first] = requests;
    const here = requests.filter(({ clientAddress }) => clientAddress === first?.clientAddress);
    expect(new Set(here.map(({ userAgent }) => userAgent)).size).toBeGreaterThan(8);
    const night = requests.filter(({ time }) => new Date(time).getUTCHours() < 6).length;
    expect(night / requests.length).toBeLessThan(0.05);
  });

  it('are awake at night when they are night owls', () => {
    const night = of('night_owl').filter(({ time }) => {
      const hour = new Date(time).getUTCHours();
      return hour >= 21 || hour < 6;
    });
    expect(night.length / of('night_owl').length).toBeGreaterThan(0.75);
  });

  it('share carrier addresses with machines, which show other user agents', () => {
    const people = new Set(of('carrier_nat_user').map(({ clientAddress }) => clientAddress));
    const machines = of('low_and_slow_stuffing').filter(({ visitor }) => visitor.shared);
    expect(machines.length).toBeGreaterThan(3);
    expect(machines.every(({ clientAddress }) => people.has(clientAddress))).toBe(true);
  });
});
