import { randomUUID } from 'node:crypto';
import { migrate, type Store } from '#libs/store';
import { migrationsDir, type TestClickHouse } from '../../support/clickhouse.js';
import { appendStep } from './attack-log.js';
import { type Conditions, GuardedAnalysis } from './guarded-analysis.js';
import { type Ground, type VerdictFault } from './verdict-fault.js';

/** What came of a fault. */
export interface VerdictFaultResult {
  readonly name: string;
  /** Verdict changes before, those that the faulty cycle published, and those of the cycle after the repair. */
  readonly before: number;
  readonly published: number;
  readonly afterwards: number;
  /** Verdicts in force before the fault that were still in force after it, as a consumer of the topic sees it. */
  readonly inForce: number;
  readonly kept: number;
  readonly alerts: readonly string[];
  readonly ok: boolean;
}

const USUAL = { attackers: 30, people: 40 };

/** Two healthy cycles, one that goes wrong, one after the repair; on a database of its own. */
export async function runVerdictFault(
  clickhouse: TestClickHouse,
  fault: VerdictFault,
): Promise<VerdictFaultResult> {
  const store = clickhouse.connect({ database: `fault_${randomUUID().slice(0, 8)}` });
  await migrate(store, migrationsDir);
  const conditions: Conditions = fault.conditions?.() ?? { clockError: 0 };
  const { user, password } = clickhouse.server.analyst;
  const analyst = clickhouse.connect({ database: store.database, user, password });
  const ground: Ground = { store, analyst, conditions };
  const analysis = new GuardedAnalysis(store, conditions);
  for (const step of [0, 1]) {
    await appendStep(store, step, USUAL);
    await analysis.run(step);
  }
  const before = await changesOf(store);
  const inForce = await keysInForce(store);
  const noise = analysis.reasons.length;
  await appendStep(store, 2, fault.traffic ?? { ...USUAL, attackersFrom: 10 });
  await fault.inject?.(ground);
  await analysis.run(2);
  const alerts = [...new Set(analysis.reasons.slice(noise))];
  await fault.repair?.(ground);
  const published = (await changesOf(store)) - before;
  const still = new Set(await keysInForce(store));
  const kept = inForce.filter((key) => still.has(key)).length;
  await appendStep(store, 3, { ...USUAL, attackersFrom: 60 });
  await analysis.run(3);
  const afterwards = (await changesOf(store)) - before - published;
  const seen = { before, published, afterwards, inForce: inForce.length, kept, alerts };
  return { name: fault.name, ...seen, ok: noise === 0 && isWell(seen, fault) };
}

function isWell(seen: Omit<VerdictFaultResult, 'name' | 'ok'>, { reason }: VerdictFault): boolean {
  const { before, published, afterwards, inForce, kept, alerts } = seen;
  const isHealthyAround = before > 0 && afterwards > 0;
  return isHealthyAround && published === 0 && kept === inForce && alerts.includes(reason);
}

async function changesOf(store: Store): Promise<number> {
  const [row] = await store.query<{ changes: number }>('SELECT count() AS changes FROM verdicts');
  return row?.changes ?? 0;
}

async function keysInForce(store: Store): Promise<readonly string[]> {
  const rows = await store.query<{ key: string }>('SELECT message_key AS key FROM verdict_current');
  return rows.map(({ key }) => key);
}
