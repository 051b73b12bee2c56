import { setTimeout as delay } from 'node:timers/promises';
import { type Store } from '#libs/store';
import { tailTopic } from '#libs/stream';
import { storeAppeal } from '../../../../apps/analyse/src/feedback/store-appeal.js';
import { recoveryTimes } from '../../oracle/recoveries.js';
import { appendStep } from '../attack-log.js';
import { openOutboxLab } from '../outbox-lab.js';
import { type TrialOptions, type VerdictTrial } from '../verdict-trial.js';
import { type VerdictReport } from '../verdict-report.js';

const LIMIT_MS = 5_000;
const WAIT_MS = 180_000;
/** A new step of the log after so many orders, so that cycles run meanwhile. */
const STEP_EVERY = 10;

/** A confirmed mistake, from the order to the tombstone on the topic. */
export const retractionTrial: VerdictTrial = {
  name: 'retraction',
  group: 'simulations',
  what: 'confirmed mistakes, from the order to the tombstone on the topic, while cycles run',
  count: 60,
  run: runRetractions,
};

async function runRetractions({
  lab,
  count,
}: TrialOptions): Promise<Pick<VerdictReport, 'figures' | 'failures'>> {
  const outbox = await openOutboxLab(lab, { ANALYSIS_IDLE_MS: '500' });
  const { store } = outbox.clickHouse;
  const liftedAt = new Map<string, number>();
  const tail = await tailTopic({
    kafka: outbox.broker.cluster.kafka,
    topic: outbox.topics.current,
    from: 'beginning',
    follow: true,
    onMessage: ({ key, value, appendTime }) => {
      if (value === null) liftedAt.set(key?.toString() ?? '', appendTime);
    },
  });
  try {
    await appendStep(store, 0, { attackers: count, people: 40 });
    const keys = (await untilInForce(store, count)).slice(0, count);
    const waits: number[] = [];
    for (const [i, key] of keys.entries()) {
      if (i % STEP_EVERY === 0)
        await appendStep(store, 1 + i / STEP_EVERY, {
          attackers: 20,
          attackersFrom: 200,
          people: 40,
        });
      await delay(Math.random() * 1_000);
      const wait = await retract(store, key, liftedAt);
      if (wait !== null) waits.push(wait);
    }
    const times = recoveryTimes(waits) ?? { p50: 0, p95: 0, max: 0 };
    return {
      figures: {
        orders: keys.length,
        'on the topic': waits.length,
        'p50 s': times.p50 / 1_000,
        'p95 s': times.p95 / 1_000,
        'max s': times.max / 1_000,
      },
      failures: [
        ...(keys.length < count ? [`only ${keys.length} verdicts to retract`] : []),
        ...(waits.length < keys.length ? ['a retraction never came'] : []),
        ...(times.max > LIMIT_MS ? ['a retraction took longer than 5 s'] : []),
      ],
    };
  } finally {
    await tail.stop();
    await outbox.close();
  }
}

/** Milliseconds from the order to the tombstone; null where none came. */
async function retract(
  store: Store,
  key: string,
  liftedAt: ReadonlyMap<string, number>,
): Promise<number | null> {
  const at = Date.now();
  const appeal = { verdict: key, reason: 'fault program', by: 'faults', confirmed: true };
  await storeAppeal(store, { ...appeal, id: `faults-${key}-${at}`, at });
  const deadline = performance.now() + 4 * LIMIT_MS;
  while (performance.now() < deadline) {
    const lifted = liftedAt.get(key);
    if (lifted !== undefined) return lifted - at;
    await delay(20);
  }
  return null;
}

async function untilInForce(store: Store, count: number): Promise<readonly string[]> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const rows = await store.query<{ key: string }>(
      `SELECT message_key AS key FROM verdict_current WHERE key_type = 'address' ORDER BY key`,
    );
    if (rows.length >= count || performance.now() > deadline) return rows.map(({ key }) => key);
    await delay(200);
  }
}
