import { beforeAll, describe, expect, it } from '@jest/globals';
import { simulateEstate } from '../estate.js';
import { type SimulatedRequest } from '../world/simulated-request.js';
import { type Incident } from './incident.js';

const HOUR = 3_600_000;

describe('the incidents', () => {
  const estate = simulateEstate({ seed: 5, start: Date.UTC(2025, 10, 19), hours: 24, scale: 0.3 });
  let people: SimulatedRequest[] = [];
  let flood: SimulatedRequest[] = [];
  beforeAll(() => {
    const all = [...estate.requests()];
    people = all.filter(({ visitor }) => visitor.label === 'human');
    flood = all.filter(({ visitor }) => visitor.kind === 'distributed_flood');
  });

  function span(kind: Incident['kind']): Incident {
    const incident = estate.incidents.find((each) => each.kind === kind);
    if (!incident) throw new Error(`There is no ${kind}.`);
    return incident;
  }

  function during({ start, end }: Incident, shift = 0): SimulatedRequest[] {
    return people.filter(({ time }) => time >= start + shift && time < end + shift);
  }

  const logins = (requests: SimulatedRequest[]): SimulatedRequest[] =>
    requests.filter(
      ({ method, target }) =>
        method === 'POST' && (target === '/account/login' || target === '/v1/auth/login'),
    );

  it('fails every login of the outage and lets people try again', () => {
    const outage = span('login_outage');
    const failed = logins(during(outage));
    expect(new Set(failed.map(({ status }) => status))).toEqual(new Set([503]));
    const tries = failed.length / new Set(failed.map(({ clientAddress }) => clientAddress)).size;
    expect(tries).toBeGreaterThan(1.5);
    expect(logins(during(outage, HOUR)).some(({ status }) => status === 503)).toBe(false);
  });

  it('loses the assets of the release, for all people, until it is mended', () => {
    const release = span('broken_release');
    const lost = (requests: SimulatedRequest[]): SimulatedRequest[] =>
      requests.filter(({ target, status }) => target.startsWith('/assets/') && status === 404);
    const sufferers = new Set(lost(during(release)).map(({ clientAddress }) => clientAddress));
    expect(sufferers.size).toBeGreaterThan(10);
    expect(lost(during(release, HOUR))).toEqual([]);
    expect(lost(during(release, -HOUR))).toEqual([]);
  });

  it('brings several times as many shoppers to the flash sale', () => {
    const shoppers = (requests: SimulatedRequest[]): number =>
      new Set(
        requests
          .filter(({ source }) => source === 'shop' || source === 'mobile-api')
          .map(({ clientAddress }) => clientAddress),
      ).size;
    const sale = span('flash_sale');
    expect(shoppers(during(sale))).toBeGreaterThan(3.5 * shoppers(during(sale, -2 * HOUR)));
  });

  it('slows and fails searches while a flood lasts, people’s too', () => {
    const failed = flood.filter(({ status }) => status >= 500).length;
    expect(failed / flood.length).toBeGreaterThan(0.15);
    const [first, last] = [flood[0]?.time ?? 0, flood.at(-1)?.time ?? 0];
    const pages = people.filter(
      ({ target, status }) =>
        status < 500 && (target.startsWith('/p/') || target.startsWith('/c/')),
    );
    const mean = (requests: SimulatedRequest[]): number =>
      requests.reduce((sum, { seconds }) => sum + seconds, 0) / requests.length;
    const inFlood = pages.filter(({ time }) => time >= first && time <= last);
    expect(mean(inFlood)).toBeGreaterThan(3 * mean(pages));
  });

  it('follows the day: people sleep at four and come in the evening', () => {
    const bySale = span('flash_sale');
    const inHour = (hour: number): number =>
      people.filter(
        ({ time }) =>
          new Date(time).getUTCHours() === hour &&
          (time < bySale.start || time > bySale.end + HOUR),
      ).length;
    expect(inHour(17) + inHour(18)).toBeGreaterThan(2.5 * (inHour(3) + inHour(4)));
  });
});
