import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventField, threats, threatVisibility, type ThreatVisibility } from '#libs/intent';
import { logLine, simulateEstate, type VisitorLabel } from '#libs/simulator';
import { migrate, type Store, type StoredLine } from '#libs/store';
import { createLineParser } from '#libs/traffic';
import { FieldPresence } from '../../apps/wherefore/src/advise/field-presence.js';
import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { startAnalysis } from '../support/run-analysis.js';
import { storeLines } from '../support/simulated-log.js';
import { withoutField } from '../support/without-field.js';

const START = Date.UTC(2026, 5, 3, 9);
const APPENDED_AT = START + 24 * 3_600_000;

/** From this share of lost evidence on `advise` is held to say that a threat suffers, below the other that it does not. */
const SUFFERS_FROM = 0.15;
const UNAFFECTED_BELOW = 0.05;

let clickhouse: TestClickHouse;
let lines: string[];
let labels: readonly VisitorLabel[];
/** By threat, the visitors that were told to be there for it, with every field logged. */
let whole: ReadonlyMap<string, number>;

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  const estate = simulateEstate({ seed: 11, start: START, hours: 3, scale: 0.05 });
  lines = Array.from(estate.requests(), logLine);
  labels = estate.labels();
  whole = await toldByThreat(parsed(lines));
}, 120_000);

afterAll(() => clickhouse.stop());

describe('what advise says of a log that lacks a field', () => {
  it.each([
    ['http_response_status_code', ['OAT-009', 'OAT-011']],
    ['user_agent_original', []],
    ['http_request_referer', []],
  ] as const)(
    'is what happens to recall without %s',
    async (field, hidden) => {
      const stripped = parsed(lines.map((line) => withoutField(line, field)));
      const advice = adviceOn(stripped);
      expect(advice.missing).toEqual([field]);
      const told = await toldByThreat(stripped);
      const left = (chosen: (one: ThreatVisibility) => boolean): number => {
        const ids = advice.threats.filter(chosen).map(({ threat }) => threat.id);
        return sumOf(told, ids) / sumOf(whole, ids);
      };
      const hiddenNow = advice.threats.filter(({ now }) => now === 'hidden');
      expect(hiddenNow.map(({ threat }) => threat.id)).toEqual(hidden);
      if (hidden.length > 0) expect(left(({ now }) => now === 'hidden')).toBeLessThan(0.7);
      const unaffected = left(({ lost }) => lost < UNAFFECTED_BELOW);
      expect(unaffected).toBeGreaterThan(0.85);
      expect(left(({ lost }) => lost >= SUFFERS_FROM)).toBeLessThan(Math.min(0.9, unaffected));
    },
    120_000,
  );
});

function parsed(texts: readonly string[]): StoredLine[] {
  const parse = createLineParser({ name: 'simulator', format: 'auto' }, (value) =>
    createHash('sha256').update(value).digest('hex').slice(0, 16),
  );
  return texts.map((raw, offset) => ({
    position: { topic: 'logs', partition: 0, offset, index: 0, appendTime: APPENDED_AT },
    source: 'simulator',
    raw,
    ...parse(raw),
  }));
}

interface Advice {
  readonly missing: readonly EventField[];
  readonly threats: readonly ThreatVisibility[];
}

/** What `wherefore advise` says of the lines. */
function adviceOn(stored: readonly StoredLine[]): Advice {
  const presence = new FieldPresence();
  for (const line of stored) if (line.kind === 'event') presence.add(line.event);
  const missing = presence.missing();
  return {
    missing: [...missing],
    threats: threats.map((threat) => threatVisibility(threat, missing)),
  };
}

interface Told {
  readonly address: string;
  readonly classes: readonly string[];
}

/** By threat, how many of the visitors that are there for it the analysis told so. */
async function toldByThreat(stored: readonly StoredLine[]): Promise<Map<string, number>> {
  const store = clickhouse.connect({ database: `ablation_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  await storeLines(store, stored);
  const step = { ANALYSIS_STEP_MINUTES: '180' };
  expect(await startAnalysis(clickhouse, store, step).exited).toBe(0);
  const classes = await classesByAddress(store);
  const isTold = (visitor: string, threat: string): boolean =>
    classes.get(visitor.split('|')[0] ?? '')?.has(threat) === true;
  return new Map(
    threats.map(({ id }) => {
      const meant = labels.filter((label) => label.class.split(';').includes(id));
      return [id, meant.filter(({ visitor }) => isTold(visitor, id)).length];
    }),
  );
}

async function classesByAddress(store: Store): Promise<Map<string, Set<string>>> {
  const rows = await store.query<Told>(
    `SELECT address, arrayMap(intent -> intent.class, intents) AS classes FROM visitors
     WHERE key_type IN ('address', 'address_user_agent') AND stance = 'malicious'`,
  );
  const classes = new Map<string, Set<string>>();
  for (const row of rows) {
    const own = classes.get(row.address) ?? new Set();
    classes.set(row.address, new Set([...own, ...row.classes]));
  }
  return classes;
}

const sumOf = (counts: ReadonlyMap<string, number>, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
