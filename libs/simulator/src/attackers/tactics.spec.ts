import { beforeAll, describe, expect, it } from '@jest/globals';
import { simulateEstate } from '../estate.js';
import { marketAuctions } from '../sites/market-auctions.js';
import { type Evasion, EVASIONS } from '../world/evasion.js';
import { type SimulatedRequest } from '../world/simulated-request.js';
import { TACTICS } from './tactics.js';

describe('TACTICS', () => {
  const estate = simulateEstate({
    ...{ seed: 3, start: Date.UTC(2025, 10, 19), hours: 24, scale: 0.5 },
    classes: TACTICS.map((tactic) => tactic.class),
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

  const of = (kind: string): SimulatedRequest[] => byKind.get(kind) ?? [];
  const members = (requests: SimulatedRequest[]): SimulatedRequest[][] => {
    const own = new Map<string, SimulatedRequest[]>();
    for (const request of requests) {
      own.set(request.clientAddress, [...(own.get(request.clientAddress) ?? []), request]);
    }
    return [...own.values()];
  };
  const isAsset = ({ target }: SimulatedRequest): boolean =>
    /\.(?:css|js|woff2|svg|webp|jpg)(?:\?|$)/.test(target);

  it('has one for each of the twenty-one automated threats', () => {
    const threats = TACTICS.map((tactic) => tactic.class).sort();
    expect(threats).toEqual(
      Array.from({ length: 21 }, (_, index) => `OAT-${String(index + 1).padStart(3, '0')}`),
    );
    expect(new Set(TACTICS.map(({ kind }) => kind)).size).toBe(21);
  });

  describe.each(TACTICS.map((tactic) => [tactic.kind] as const))('%s', (kind) => {
    const at = (level: Evasion): SimulatedRequest[] => of(`${level}_${kind}`);

    it('is there at every level', () => {
      for (const level of EVASIONS) expect(at(level).length).toBeGreaterThan(2);
    });

    it('takes few addresses when naive, and more the more it hides', () => {
      const naive = members(at('naive'));
      expect(naive.length).toBeLessThanOrEqual(3);
      for (const level of ['rotating', 'residential', 'low_and_slow'] as const) {
        expect(members(at(level)).length).toBeGreaterThan(naive.length);
      }
      const most = Math.max(...members(at('low_and_slow')).map((own) => own.length));
      expect(most).toBeLessThan(Math.max(...naive.map((own) => own.length)));
    });

    it('shows user agents as its level does', () => {
      const agents = (level: Evasion): number => {
        const requests = at(level);
        return new Set(requests.map(({ userAgent }) => userAgent)).size / members(requests).length;
      };
      expect(agents('naive')).toBeLessThanOrEqual(1);
      expect(agents('rotating')).toBeGreaterThan(1);
      expect(agents('residential')).toBeLessThanOrEqual(1);
      expect(at('residential').every(({ userAgent }) => userAgent.startsWith('Mozilla/'))).toBe(
        true,
      );
    });

    it('loads assets with a real browser engine only', () => {
      const program = EVASIONS.filter((level) => level !== 'headless').flatMap(at);
      expect(program.filter(isAsset)).toEqual([]);
      // Asking odd questions needs no page that has any.
      if (kind !== 'fingerprinting') expect(at('headless').some(isAsset)).toBe(true);
    });
  });

  const naive = (kind: string): SimulatedRequest[] => of(`naive_${kind}`);
  const share = (
    requests: SimulatedRequest[],
    test: (request: SimulatedRequest) => boolean,
  ): number => requests.filter(test).length / requests.length;

  it('declines most cards that are tested or guessed', () => {
    const cards = naive('carding').filter(({ target }) => target === '/checkout/payment');
    expect(share(cards, ({ status }) => status === 402)).toBeGreaterThan(0.8);
    const guesses = naive('card_cracking').filter(
      ({ target, method }) => target === '/pago' && method === 'POST',
    );
    expect(share(guesses, ({ status }) => status === 402)).toBeGreaterThan(0.95);
  });

  it('sends codes that nobody enters', () => {
    const targets = naive('cost_inflation').map(({ target }) => target);
    expect(targets.filter((target) => target === '/api/v2/otp/send').length).toBeGreaterThan(50);
    expect(targets.some((target) => target.includes('mfa'))).toBe(false);
  });

  it('buys what is limited within seconds of its release', () => {
    const { start } = estate.incidents.find(({ kind }) => kind === 'product_drop') ?? { start: 0 };
    const first = members(
      of('residential_scalping').filter(({ target }) => target === '/cart/add/limited'),
    ).map(([one]) => (one?.time ?? Infinity) - start);
    expect(Math.max(...first)).toBeLessThan(6000);
  });

  it('bids at the same moment before the end every time', () => {
    const bids = naive('sniping').filter(({ method }) => method === 'POST');
    for (const own of members(bids)) {
      const left = own.map(
        ({ target, time }) => marketAuctions.deadline(Number(/-?\d+/.exec(target)?.[0])) - time,
      );
      expect(Math.max(...left) - Math.min(...left)).toBeLessThan(200);
    }
  });

  it('guesses passwords of few customers, and takes many customers’ accounts over', () => {
    const accounts = (kind: string): number =>
      new Set(naive(kind).flatMap(({ account }) => (account === '' ? [] : [account]))).size;
    expect(accounts('credential_guessing')).toBe(4);
    expect(accounts('cashing_out')).toBeGreaterThan(10);
    expect(accounts('account_aggregation')).toBeGreaterThan(40);
  });

  it('holds seats and never pays', () => {
    const all = EVASIONS.flatMap((level) => of(`${level}_seat_hoarding`));
    expect(all.filter(({ target }) => target === '/reserva').length).toBeGreaterThan(100);
    expect(all.some(({ target }) => target.startsWith('/pago'))).toBe(false);
  });

  it('claims a browser with another library’s TLS when it rotates user agents', () => {
    const tls = new Set(of('rotating_credential_guessing').map((one) => one.tlsFingerprint));
    const people = new Set(of('bank_customer').map((one) => one.tlsFingerprint));
    expect([...tls].filter((one) => people.has(one))).toEqual([]);
    const careful = new Set(of('residential_cashing_out').map((one) => one.tlsFingerprint));
    expect([...careful].every((one) => people.has(one))).toBe(true);
  });
});
