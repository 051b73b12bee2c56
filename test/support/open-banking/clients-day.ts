import { type ApiCall } from './api-call.js';
import { SeededChance } from './seeded-chance.js';

/** A third-party provider and its habits, drawn from a seed. */
export interface Provider {
  readonly id: string;
  readonly base: '/open-banking/v3.1/aisp' | '/v1' | '/open-banking/accounts/v2';
  readonly addresses: readonly string[];
  readonly agent: string;
  readonly consents: number;
  readonly pollsPerDay: number;
  readonly attendedShare: number;
  readonly errorShare: number;
  /** Share of consents that have ended, while the provider keeps asking. */
  readonly endedShare: number;
  readonly namesConsents: boolean;
  /** Most of its customers are companies with many accounts. */
  readonly business: boolean;
}

const HOUR = 3_600_000;
const BASES = ['/open-banking/v3.1/aisp', '/v1', '/open-banking/accounts/v2'] as const;

/** So many providers, each with other habits. */
export function providersOf(count: number, seed: number): Provider[] {
  const chance = new SeededChance(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `PSDXX-TEST-${index}`,
    base: BASES[chance.between(0, 2)] ?? '/v1',
    addresses: [1, 2].map((n) => `185.${60 + index}.${n}.${chance.between(2, 250)}`),
    agent: `provider-${index}/${chance.between(1, 9)}.0`,
    consents: chance.between(12, 70),
    pollsPerDay: chance.between(1, 4),
    attendedShare: chance.next() * 0.8,
    errorShare: chance.next() * 0.06,
    endedShare: chance.next() * 0.08,
    namesConsents: index % 7 !== 3,
    business: index % 10 === 4,
  }));
}

/** One customer of a provider. */
interface Customer {
  readonly consent: string;
  readonly account: string;
  readonly address: string;
  readonly accounts: readonly string[];
  readonly ended: boolean;
  /** When the day's first poll comes. */
  readonly phase: number;
}

/** An ordinary day of one provider, `from` to a day later. */
export class ClientsDay {
  readonly calls: ApiCall[] = [];
  readonly #chance: SeededChance;

  constructor(
    readonly provider: Provider,
    readonly from: number,
    seed: number,
  ) {
    this.#chance = new SeededChance(seed);
    for (let index = 0; index < provider.consents; index += 1) this.#liveOf(this.#customer(index));
    for (let index = 0; index < provider.consents / 12; index += 1) this.#join(index);
  }

  #customer(index: number): Customer {
    const { provider } = this;
    const name = `${provider.id}-${index}`;
    const many = provider.business ? this.#chance.between(4, 25) : this.#chance.between(1, 3);
    return {
      consent: provider.namesConsents ? `consent-${name}` : '',
      account: `psu-${name}`,
      address: `91.${this.#chance.between(1, 250)}.${this.#chance.between(0, 250)}.${this.#chance.between(1, 250)}`,
      accounts: Array.from({ length: many }, () =>
        String(this.#chance.between(10_000_000, 99_999_999)),
      ),
      ended: this.#chance.happens(provider.endedShare),
      phase: this.#chance.next(),
    };
  }

  #liveOf(customer: Customer): void {
    const { pollsPerDay, attendedShare } = this.provider;
    for (let poll = 0; poll < pollsPerDay; poll += 1) {
      const at = this.from + ((poll + customer.phase) / pollsPerDay) * 24 * HOUR;
      this.#read(customer, at, '');
    }
    if (this.#chance.happens(attendedShare))
      this.#read(customer, this.from + this.#chance.next() * 23.9 * HOUR, customer.address);
  }

  #read(customer: Customer, start: number, address: string): void {
    const { base, errorShare } = this.provider;
    let at = start;
    this.#call(at, 'POST', '/as/token', this.#chance.happens(0.03) ? 401 : 200, {});
    const named = { consent: customer.consent, account: customer.account, customer: address };
    const status = (): number => {
      if (customer.ended) return 403;
      return this.#chance.happens(errorShare) ? (this.#chance.happens(0.5) ? 500 : 429) : 200;
    };
    this.#call((at += 200), 'GET', `${base}/accounts`, status(), named);
    for (const id of customer.accounts) {
      this.#call((at += 150), 'GET', `${base}/accounts/${id}/balances`, status(), named);
      this.#call((at += 150), 'GET', `${base}/accounts/${id}/transactions`, status(), named);
    }
  }

  /** A new customer: a consent, its authorisation, the first look. Some think better of it, some try again. */
  #join(index: number): void {
    const customer = this.#customer(10_000 + index);
    let at = this.from + this.#chance.next() * 23 * HOUR;
    const tries = this.#chance.happens(0.2) ? 2 : 1;
    for (let n = 0; n < tries; n += 1) {
      const named = { customer: customer.address };
      this.#call((at += 40_000), 'POST', '/v1/consents', 201, named);
    }
    if (this.#chance.happens(0.8))
      this.#read({ ...customer, ended: false }, at + 60_000, customer.address);
  }

  #call(
    at: number,
    method: 'GET' | 'POST',
    path: string,
    status: number,
    named: Partial<ApiCall>,
  ): void {
    const { id, agent, addresses } = this.provider;
    const from = addresses[this.#chance.between(0, addresses.length - 1)] ?? '';
    this.calls.push({
      at: Math.floor(at),
      client: id,
      from,
      agent,
      method,
      path,
      status,
      ...named,
    });
  }
}
