import { defaultPolicy, type Policy } from '#libs/intent';
import { EventLog, type Store } from '#libs/store';
import { anEvent, batchOf } from '../../support/log-rows.js';
import { START, STEP_MS } from './attack-log.js';
import { GuardedAnalysis } from './guarded-analysis.js';

/** An estate that enforces what it is told, and those who attack it. */
export interface ClosedLoopOptions {
  readonly steps: number;
  readonly policy?: Policy;
  /** By address: whether it attacks in a step. */
  readonly attackers: Readonly<Record<string, (step: number) => boolean>>;
  /** What a WAF answers in our name; 403 unless said otherwise. A status that sites give, too, cannot be told apart. */
  readonly refusal?: number;
}

/** What came of it. */
export interface ClosedLoopResult {
  readonly changes: readonly {
    readonly key: string;
    readonly change: string;
    readonly step: number;
  }[];
  readonly condemned: number;
  /** Verdicts renewed in a step in which the WAF had refused every request of the visitor. */
  readonly renewedByOwnBlocks: number;
  /** Steps in which every request of an address was refused by us. */
  readonly refused: ReadonlyMap<string, ReadonlySet<number>>;
  /** Of those who stopped: how many had no verdict within one cycle of the end of their last one. */
  readonly stopped: number;
  readonly released: number;
  readonly alerts: readonly string[];
}

/** Runs the loop: the log holds what the WAF answered, and the WAF answers by what came of the log. */
export async function runClosedLoop(
  store: Store,
  options: ClosedLoopOptions,
): Promise<ClosedLoopResult> {
  const { steps, policy = defaultPolicy, attackers } = options;
  const analysis = new GuardedAnalysis(store, { clockError: 0, policy });
  const refused = new Map<string, Set<number>>();
  for (let step = 0; step < steps; step += 1) {
    const untils = await enforcedUntil(store);
    const from = START + step * STEP_MS;
    const active = Object.keys(attackers).filter((address) => attackers[address]?.(step));
    for (const address of active) {
      if ((untils.get(address) ?? 0) < from + STEP_MS) continue;
      refused.set(address, (refused.get(address) ?? new Set()).add(step));
    }
    const attacks = active.flatMap((address) =>
      probes(address, step, untils.get(address) ?? 0, options.refusal ?? 403),
    );
    await append(store, step, [...attacks, ...people(from)]);
    await analysis.run(step);
  }
  const changes = await changesOf(store);
  return {
    changes,
    condemned: changes.filter(({ change }) => change === 'condemned').length,
    renewedByOwnBlocks: changes.filter(
      ({ key, change, step }) => change === 'renewed' && refused.get(key)?.has(step) === true,
    ).length,
    refused,
    ...releases(changes, options, await lastEnds(store)),
    alerts: analysis.reasons,
  };
}

type Changes = ClosedLoopResult['changes'];

function releases(
  changes: Changes,
  { steps, attackers }: ClosedLoopOptions,
  ends: ReadonlyMap<string, number>,
): Pick<ClosedLoopResult, 'stopped' | 'released'> {
  const gone = Object.keys(attackers).filter((address) => attackers[address]?.(steps - 1) !== true);
  const released = gone.filter((address) => {
    const last = changes.findLast(({ key }) => key === address);
    if (last?.change !== 'lifted') return false;
    return START + (last.step + 1) * STEP_MS <= (ends.get(address) ?? 0) + STEP_MS;
  });
  return { stopped: gone.length, released: released.length };
}

async function changesOf(store: Store): Promise<Changes> {
  const rows = await store.query<{ key: string; change: string; asOf: number }>(
    'SELECT key, change, toUnixTimestamp64Milli(as_of) AS asOf FROM verdicts ORDER BY sequence',
  );
  return rows.map(({ key, change, asOf }) => ({ key, change, step: (asOf - START) / STEP_MS - 1 }));
}

/** When the last verdict of each key was to end. */
async function lastEnds(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.query<{ key: string; until: number }>(
    `SELECT key, toUnixTimestamp64Milli(max(expires_at)) AS until FROM verdicts WHERE change != 'lifted' GROUP BY key`,
  );
  return new Map(rows.map(({ key, until }) => [key, until]));
}

/** Until when a WAF that has read the topic refuses whom. */
async function enforcedUntil(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.query<{ key: string; until: number }>(
    `SELECT key, toUnixTimestamp64Milli(expires_at) AS until FROM verdict_current
     WHERE key_type = 'address' AND action IN ('block', 'challenge')`,
  );
  return new Map(rows.map(({ key, until }) => [key, until]));
}

type Event = ReturnType<typeof anEvent>;

async function append(store: Store, step: number, events: readonly Event[]): Promise<void> {
  const appendTime = START + (step + 1) * STEP_MS;
  const rows = events.map((event, offset) => ({
    position: { topic: 'logs', partition: step, offset, index: 0, appendTime },
    source: 'test',
    kind: 'event' as const,
    format: 'combined',
    event,
  }));
  await new EventLog(store, { monotonicNow: () => performance.now() }).append(batchOf(rows));
}

/** Forty probes through the step: refused by us while the verdict is in force, else not found by the site. */
function probes(clientAddress: string, step: number, until: number, refusal: number): Event[] {
  return Array.from({ length: 40 }, (_, i) => {
    const eventTime = START + step * STEP_MS + Math.floor((i * STEP_MS) / 41) + 1;
    return anEvent({
      clientAddress,
      eventTime,
      userAgentOriginal: 'python-requests/2.32',
      urlPath: `/vendor/phpunit-${step}-${i}/eval-stdin.php`,
      urlPathTemplate: '/vendor/phpunit/eval-stdin.php',
      urlPathRole: 'other',
      requestProbe: 'exploit',
      httpResponseStatusCode: eventTime < until ? refusal : 404,
    });
  });
}

function people(from: number): Event[] {
  return Array.from({ length: 12 * 6 }, (_, i) =>
    anEvent({
      clientAddress: `192.0.2.${1 + Math.floor(i / 6)}`,
      eventTime: from + (i % 6) * 20_000 + 1,
      userAgentOriginal: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36',
      urlPath: i % 2 === 0 ? `/item/${i % 6}` : `/static/${i % 6}.css`,
      urlPathRole: i % 2 === 0 ? 'item' : 'asset',
      httpRequestReferer: i % 6 === 0 ? '' : 'https://shop.example/',
    }),
  );
}
