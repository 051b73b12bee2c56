import { beforeAll, describe, expect, it } from '@jest/globals';
import { simulateEstate } from '../estate.js';
import { marketAuctions } from '../sites/market-auctions.js';
import { type SimulatedRequest } from '../world/simulated-request.js';

describe('people on occasions that look like attacks', () => {
  const estate = simulateEstate({
    ...{ seed: 4, start: Date.UTC(2025, 10, 19), hours: 24, scale: 0.4 },
    classes: [],
  });
  let all: SimulatedRequest[] = [];
  beforeAll(() => {
    all = [...estate.requests()];
  });

  const of = (kind: string): SimulatedRequest[] =>
    all.filter(({ visitor }) => visitor.kind === kind);
  const posts = (requests: SimulatedRequest[], target: string): SimulatedRequest[] =>
    requests.filter((one) => one.method === 'POST' && one.target.startsWith(target));
  const people = (requests: SimulatedRequest[]): number =>
    new Set(requests.map(({ clientAddress }) => clientAddress)).size;
  const spanOf = (kind: string): { start: number; end: number } => {
    const incident = estate.incidents.find((one) => one.kind === kind);
    if (!incident) throw new Error(`There is no ${kind}.`);
    return incident;
  };

  it('leaves nobody malicious when no class is wanted, and labels all of them human', () => {
    expect(all.some(({ visitor }) => visitor.label === 'bad_bot')).toBe(false);
    expect(estate.labels().filter(({ label }) => label === 'human').length).toBeGreaterThan(1500);
  });

  it('declines every payment while the provider is down', () => {
    const { start, end } = spanOf('payment_outage');
    const during = posts(all, '/checkout/payment').filter(
      ({ time, host }) => time >= start && time < end && host.includes('larkfield'),
    );
    expect(during.length).toBeGreaterThan(20);
    expect(new Set(during.map(({ status }) => status))).toEqual(new Set([402]));
    expect(during.length / people(during)).toBeLessThan(6);
  });

  it('brings fans who wait, hurry and mostly come too late', () => {
    const tries = posts(of('drop_fan'), '/cart/add/limited');
    expect(people(tries)).toBeGreaterThan(50);
    expect(tries.some(({ status }) => status === 302)).toBe(true);
    expect(tries.some(({ status }) => status === 409)).toBe(true);
    const { start } = spanOf('product_drop');
    expect(Math.min(...tries.map(({ time }) => time))).toBeGreaterThan(start);
  });

  it('lets people bid to the last second, and some too late', () => {
    const bids = posts(of('auction_bidder'), '/auktion/');
    const left = bids.map(
      ({ target, time }) => marketAuctions.deadline(Number(/-?\d+/.exec(target)?.[0])) - time,
    );
    expect(left.filter((milliseconds) => milliseconds < 5000).length).toBeGreaterThan(2);
    expect(new Set(bids.map(({ status }) => status))).toContain(303);
  });

  it('votes once each, by the hundred', () => {
    const votes = posts(of('poll_voter'), '/polls/');
    expect(people(votes)).toBeGreaterThan(180);
    expect(votes.length / people(votes)).toBeLessThan(1.2);
  });

  it('fails all who come with an expired password, and lets them in with a new one', () => {
    const logins = posts(of('expired_password'), '/api/v2/sessions').filter(
      ({ target }) => target === '/api/v2/sessions',
    );
    const failed = logins.filter(({ status }) => status === 401);
    expect(failed.length / people(logins)).toBeGreaterThan(1.5);
    expect(people(logins.filter(({ status }) => status === 201))).toBe(people(logins));
  });

  it('locks out one version of the app for a while', () => {
    const { start, end } = spanOf('app_login_bug');
    const logins = posts(of('app_user'), '/v1/auth/login').filter(
      ({ time, userAgent }) => time >= start && time < end && userAgent.includes('/7.14.1'),
    );
    expect(logins.length).toBeGreaterThan(10);
    expect(logins.every(({ status }) => status >= 400)).toBe(true);
  });

  it('solves CAPTCHAs in very different times', () => {
    const bySolver = new Map<string, number[]>();
    for (const { target, time, clientAddress } of of('challenged_person')) {
      if (!target.startsWith('/sicherheitspruefung')) continue;
      bySolver.set(clientAddress, [...(bySolver.get(clientAddress) ?? []), time]);
    }
    const spans = [...bySolver.values()].map((times) => Math.max(...times) - Math.min(...times));
    expect(Math.max(...spans)).toBeGreaterThan(5 * Math.min(...spans));
  });

  it('tells sessions, accounts and TLS in the JSON streams only', () => {
    const bank = of('bank_customer');
    expect(bank.every(({ source }) => source === 'bank')).toBe(true);
    expect(people(bank.filter(({ session, account }) => session !== '' && account !== ''))).toBe(
      people(bank),
    );
    expect(bank.every(({ tlsFingerprint, asn }) => tlsFingerprint !== '' && asn > 0)).toBe(true);
    const market = of('market_buyer');
    expect(market.every(({ session, tlsFingerprint }) => session + tlsFingerprint === '')).toBe(
      true,
    );
  });
});
