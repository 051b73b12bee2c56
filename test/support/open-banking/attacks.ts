import { type ApiCall } from './api-call.js';
import { type Provider } from './clients-day.js';
import { SeededChance } from './seeded-chance.js';

const HOUR = 3_600_000;

/** Whom an attack is pinned on, as visitor keys, and what it sent. */
export interface Attack {
  readonly keys: readonly string[];
  readonly calls: readonly ApiCall[];
}

interface Plan {
  readonly provider: Provider;
  readonly from: number;
  /** How many calls, over how many sub-visitors. */
  readonly calls: number;
  readonly members: number;
  readonly seed: number;
}

/** Stolen consents, walked through account ids; one in twelve is somebody's and answers. */
export function enumerates({ provider, from, calls, members, seed }: Plan): Attack {
  const chance = new SeededChance(seed);
  const consents = Array.from({ length: members }, (_, n) => `stolen-${provider.id}-${n}`);
  const pause = (20 * HOUR) / calls;
  return {
    keys: consents.map((consent) => `${provider.id}|${consent}`),
    calls: Array.from({ length: calls }, (_, n) => ({
      ...outOf(provider),
      at: Math.floor(from + HOUR + n * pause + chance.next() * pause),
      method: 'GET',
      path: `${provider.base}/accounts/${chance.between(10_000_000, 99_999_999)}/balances`,
      status: chance.happens(1 / 12) ? 200 : chance.happens(0.5) ? 403 : 404,
      consent: consents[n % members] ?? '',
    })),
  };
}

/** Customers' addresses that create consent after consent and authorise none. */
export function stuffsConsents({ provider, from, calls, members, seed }: Plan): Attack {
  const chance = new SeededChance(seed);
  const addresses = Array.from({ length: members }, (_, n) => `93.184.${seed % 200}.${n + 1}`);
  return {
    keys: addresses.map((address) => `${provider.id}|${address}`),
    calls: Array.from({ length: calls }, (_, n) => ({
      ...outOf(provider),
      at: Math.floor(from + 2 * HOUR + chance.next() * 18 * HOUR),
      method: 'POST',
      path: '/v1/consents',
      status: 201,
      customer: addresses[n % members] ?? '',
    })),
  };
}

/** It leaves by the provider's own servers, under its name, with its user agent. */
function outOf(provider: Provider): Pick<ApiCall, 'client' | 'from' | 'agent'> {
  return { client: provider.id, from: provider.addresses[0] ?? '', agent: provider.agent };
}
