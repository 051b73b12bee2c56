import { type ApiCall } from './api-call.js';
import { SeededChance } from './seeded-chance.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Gaps that a counter gets wrong if it can: on the edge of an access, of a day, of nothing. */
const EDGES = [0, 1, 5 * MINUTE - 1, 5 * MINUTE, 5 * MINUTE + 1, 6 * HOUR, 8 * HOUR, 24 * HOUR];

/** Two days of calls under many consents, some attended, some refused, no two alike. */
export function randomPolls(seed: number, from: number, to: number): ApiCall[] {
  const chance = new SeededChance(seed);
  return Array.from({ length: 60 }, (_, n) => pollsOf(n, chance, from, to)).flat();
}

function pollsOf(n: number, chance: SeededChance, from: number, to: number): ApiCall[] {
  const named = n % 5 > 0;
  const calls: ApiCall[] = [];
  let at = from + chance.between(0, 12 * HOUR);
  const steady = chance.happens(0.15) ? 4 * MINUTE : 0;
  while (at < to) {
    calls.push({
      at,
      client: `client-${n % 4}`,
      from: '185.1.1.1',
      agent: 'poller/1',
      method: 'GET',
      path: chance.happens(0.5) ? '/v1/accounts' : `/v1/accounts/${1_000 + n}/balances`,
      status: chance.happens(0.15) ? 429 : chance.happens(0.1) ? 304 : 200,
      consent: named ? `consent-${n}` : '',
      account: `psu-${n}`,
      customer: chance.happens(0.1) ? '91.1.2.3' : '',
    });
    at += steady > 0 ? steady : gapOf(chance);
  }
  return calls;
}

function gapOf(chance: SeededChance): number {
  if (chance.happens(0.3)) return EDGES[chance.between(0, EDGES.length - 1)] ?? 0;
  return chance.happens(0.5) ? chance.between(0, 10 * MINUTE) : chance.between(0, 7 * HOUR);
}
