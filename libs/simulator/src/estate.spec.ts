import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Estate, simulateEstate } from './estate.js';
import { logLine } from './log/log-line.js';
import { labelsCsv } from './truth/labels-csv.js';
import { EVASIONS } from './world/evasion.js';
import { type SimulatedRequest } from './world/simulated-request.js';
import { visitorKey } from './world/visitor.js';

const START = Date.UTC(2025, 10, 19);
const ALL_THREATS = Array.from(
  { length: 21 },
  (_, index) => `OAT-${String(index + 1).padStart(3, '0')}`,
);
const SMALL = { seed: 11, start: START, hours: 24, scale: 0.1 };

function digest(estate: Estate): string {
  const hash = createHash('sha256');
  for (const request of estate.requests()) hash.update(`${logLine(request)}\n`);
  return hash.update(labelsCsv(estate.labels())).digest('hex');
}

describe('simulateEstate', () => {
  const estate = simulateEstate(SMALL);
  let requests: SimulatedRequest[] = [];
  beforeAll(() => {
    requests = [...estate.requests()];
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const small = { ...SMALL, hours: 6, scale: 0.05 };
    const first = digest(simulateEstate(small));
    expect(digest(simulateEstate(small))).toBe(first);
    expect(digest(simulateEstate({ ...small, seed: 12 }))).not.toBe(first);
  });

  it('gives requests in order of time, within the time asked for', () => {
    const unordered = requests.filter(({ time }, index) => time < (requests[index - 1]?.time ?? 0));
    expect(unordered).toEqual([]);
    expect(requests[0]?.time).toBeGreaterThanOrEqual(START);
    expect(requests.at(-1)?.time).toBeLessThan(START + 24 * 3_600_000);
    expect(requests.every(({ time }) => Number.isInteger(time))).toBe(true);
  });

  it('labels every visitor with the number of its requests', () => {
    const counted = new Map<string, number>();
    for (const { visitor, userAgent } of requests) {
      const key = visitorKey(visitor, userAgent);
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    expect(new Map(estate.labels().map(({ visitor, requests: many }) => [visitor, many]))).toEqual(
      counted,
    );
  });

  it('never puts two natures under one visitor key, nor a shared address under its own name', () => {
    const natures = new Map<string, Set<string>>();
    const sharing = new Map<string, Set<boolean>>();
    for (const { visitor, userAgent } of requests) {
      const key = visitorKey(visitor, userAgent);
      natures.set(key, (natures.get(key) ?? new Set()).add(visitor.label));
      const { address, shared } = visitor;
      sharing.set(address, (sharing.get(address) ?? new Set()).add(shared));
    }
    expect([...natures].filter(([, labels]) => labels.size > 1)).toEqual([]);
    expect([...sharing].filter(([, kinds]) => kinds.size > 1)).toEqual([]);
  });

  it('labels the same whether or not the requests were read before', () => {
    const small = { ...SMALL, hours: 2, scale: 0.05 };
    const read = simulateEstate(small);
    expect([...read.requests()].length).toBeGreaterThan(1000);
    expect(labelsCsv(simulateEstate(small).labels())).toBe(labelsCsv(read.labels()));
  });

  it('holds every class at a tenth of the size, distributed attacks over dozens of addresses', () => {
    const classes = new Set(estate.labels().flatMap((label) => label.class.split(';')));
    expect([...classes].sort()).toEqual(
      [
        ...ALL_THREATS,
        ...[
          'ai_crawler',
          'browser',
          'feed_reader',
          'link_preview',
          'mobile_app',
          'monitor',
          'self',
          'seo_crawler',
          'tpp',
        ],
        ...['verified_apple', 'verified_bing', 'verified_duckduckgo', 'verified_google'],
      ].sort(),
    );
    const members = (campaign: string): number =>
      estate.labels().filter((label) => label.campaign === campaign).length;
    expect(members('low_and_slow_stuffing')).toBeGreaterThanOrEqual(45);
    expect(members('distributed_flood')).toBeGreaterThanOrEqual(30);
    expect(members('patient_scraping')).toBeGreaterThanOrEqual(36);
  });

  it('tells every campaign of a label, with its time', () => {
    const campaigns = new Map(estate.campaigns.map((campaign) => [campaign.id, campaign]));
    for (const { visitor, campaign, class: threat, first, last } of estate.labels()) {
      // Behind a carrier's address two attackers may show the same user agent.
      if (campaign === '' || visitor.includes('|')) continue;
      const told = campaigns.get(campaign);
      expect(threat.split(';')).toContain(told?.class);
      expect(first).toBeGreaterThanOrEqual(told?.start ?? Infinity);
      // The last request of a script may fall a moment after the campaign's end.
      expect(last).toBeLessThan((told?.end ?? 0) + 10_000);
    }
  });

  it('tells class and evasion of every malicious visitor, and of nobody else', () => {
    for (const { label, class: threat, evasion } of estate.labels()) {
      if (label === 'bad_bot') {
        expect(threat).toMatch(/^OAT-0\d\d(;OAT-0\d\d)*$/);
        expect(EVASIONS).toContain(evasion);
      } else {
        expect(threat).not.toMatch(/OAT/);
        expect(evasion).toBe('');
      }
    }
  });

  it('has every class at every level when asked for, and only what is asked for', () => {
    const everything = simulateEstate({ ...SMALL, hours: 2, scale: 0.02, classes: ALL_THREATS });
    const pairs = new Set(
      everything.campaigns.map(({ class: threat, evasion }) => `${threat} ${evasion}`),
    );
    expect(pairs.size).toBe(21 * EVASIONS.length);
    const chosen = simulateEstate({
      ...{ ...SMALL, scale: 0.05, classes: ['OAT-016', 'OAT-021'] },
      evasion: ['residential'],
    });
    const bad = chosen.labels().filter(({ label }) => label === 'bad_bot');
    expect(new Set(bad.map(({ class: threat, evasion }) => `${threat} ${evasion}`))).toEqual(
      new Set(['OAT-016 residential', 'OAT-021 residential']),
    );
    expect(bad.length).toBeGreaterThan(50);
  });

  it('is as large as promised at scale 1, mostly people', () => {
    const share = { human: 0, good_bot: 0, bad_bot: 0, neutral_bot: 0 };
    const whole = simulateEstate({ ...SMALL, scale: 1 });
    let all = 0;
    for (const { visitor } of whole.requests()) {
      all += 1;
      share[visitor.label] += 1;
    }
    expect(all).toBeGreaterThan(250_000);
    expect(all).toBeLessThan(375_000);
    expect(whole.labels().length).toBeGreaterThan(3000);
    expect(share.human / all).toBeGreaterThan(0.5);
    expect(share.bad_bot / all).toBeLessThan(0.35);
  });

  it('plays an hour and more than a day', () => {
    const hour = simulateEstate({ ...SMALL, hours: 1, scale: 0.05 });
    expect(new Set(hour.labels().map(({ label }) => label)).size).toBe(4);
    const days = simulateEstate({ ...SMALL, hours: 50, scale: 0.03 });
    const reach = Math.max(...days.labels().map(({ last }) => last));
    expect(reach).toBeGreaterThan(START + 49.9 * 3_600_000);
  });

  it('refuses what it cannot simulate', () => {
    expect(() => simulateEstate({ ...SMALL, hours: 0 })).toThrow('hours');
    expect(() => simulateEstate({ ...SMALL, scale: 0 })).toThrow('scale');
    expect(() => simulateEstate({ ...SMALL, seed: 0.5 })).toThrow('seed');
    expect(() => simulateEstate({ ...SMALL, start: Number.NaN })).toThrow('start');
  });
});
