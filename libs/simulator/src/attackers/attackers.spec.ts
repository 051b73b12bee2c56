import { beforeAll, describe, expect, it } from '@jest/globals';
import { simulateEstate } from '../estate.js';
import { type SimulatedRequest } from '../world/simulated-request.js';

describe('attackers', () => {
  const estate = simulateEstate({
    seed: 34,
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

  function perAddress(requests: SimulatedRequest[]): number[] {
    const counts = new Map<string, number>();
    for (const { clientAddress } of requests) {
      counts.set(clientAddress, (counts.get(clientAddress) ?? 0) + 1);
    }
    return [...counts.values()];
  }

  const logins = (requests: SimulatedRequest[]): SimulatedRequest[] =>
    requests.filter(({ method, target }) => method === 'POST' && target === '/account/login');

  it('stuff credentials slowly: few tries from each of very many addresses, nearly all wrong', () => {
    const tries = logins(of('low_and_slow_stuffing').filter(({ visitor }) => !visitor.shared));
    expect(perAddress(tries).length).toBeGreaterThan(50);
    expect(Math.max(...perAddress(tries))).toBeLessThanOrEqual(5);
    const right = tries.filter(({ status }) => status === 302).length;
    expect(right / tries.length).toBeLessThan(0.06);
  });

  it('stuff credentials loudly: hundreds of tries from each of a few addresses', () => {
    expect(Math.min(...perAddress(logins(of('noisy_stuffing'))))).toBeGreaterThan(100);
  });

  it('crack few accounts from many addresses', () => {
    const guesses = of('api_credential_cracking');
    expect(new Set(guesses.map(({ account }) => account)).size).toBe(3);
    expect(perAddress(guesses).length).toBeGreaterThanOrEqual(10);
  });

  it('scrape patiently without assets, headless with them', () => {
    const assets = (requests: SimulatedRequest[]): number =>
      requests.filter(({ target }) => target.startsWith('/media/')).length;
    expect(assets(of('patient_scraping'))).toBe(0);
    expect(Math.max(...perAddress(of('patient_scraping')))).toBeLessThan(140);
    expect(assets(of('headless_scraping'))).toBeGreaterThan(100);
  });

  it('scan for what is not there', () => {
    const lost = of('scanner_run').filter(({ status }) => status === 404 || status === 405);
    expect(lost.length / of('scanner_run').length).toBeGreaterThan(0.6);
    expect(Math.max(...perAddress(of('one_shot_probe')))).toBeLessThanOrEqual(2);
  });

  it('test cards that are mostly declined', () => {
    const payments = of('card_testing').filter(({ target }) => target === '/checkout/payment');
    const declined = payments.filter(({ status }) => status === 402).length;
    expect(declined / payments.length).toBeGreaterThan(0.8);
  });

  it('map APIs with methods nobody uses', () => {
    const methods = new Set(of('api_footprinting').map(({ method }) => method));
    expect([...methods].sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);
    const refused = of('api_footprinting').filter(({ status }) => status >= 400).length;
    expect(refused / of('api_footprinting').length).toBeGreaterThan(0.7);
  });
});
