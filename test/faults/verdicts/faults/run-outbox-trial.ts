import { setTimeout as delay } from 'node:timers/promises';
import { type Store } from '#libs/store';
import { tailTopic, topicEnds } from '#libs/stream';
import { recoveryTimes } from '../../oracle/recoveries.js';
import { openOutboxLab, type OutboxLab } from '../outbox-lab.js';
import { type TrialOptions } from '../verdict-trial.js';
import { VerdictFeeder } from '../verdict-feeder.js';
import { type VerdictReport } from '../verdict-report.js';

const FEED_EVERY_MS = 100;
/** The default length of a cycle: for so long ClickHouse and Kafka may disagree. */
const CYCLE_MS = 600_000;
const SETTLE_MS = 120_000;

interface Published {
  readonly id: string;
  readonly key: string;
  readonly value: string | null;
  readonly at: number;
}

/** Writes verdict changes without pause, breaks something as often as wanted, and holds the topics against the outbox. */
export async function runOutboxTrial(
  { lab, count }: TrialOptions,
  inject: (lab: OutboxLab) => Promise<void>,
): Promise<Pick<VerdictReport, 'figures' | 'failures'>> {
  const outbox = await openOutboxLab(lab);
  const feeder = new VerdictFeeder(outbox.clickHouse.store);
  try {
    feeder.start(FEED_EVERY_MS);
    for (let injected = 0; injected < count; injected += 1) {
      await untilPublishing(outbox);
      await inject(outbox);
    }
    await feeder.stop();
    const settled = await untilPublished(outbox);
    const found = await judge(outbox, feeder);
    const failures = settled ? found.failures : ['the outbox was not drained', ...found.failures];
    return { figures: { injected: count, ...found.figures }, failures };
  } finally {
    await feeder.stop();
    await outbox.close();
  }
}

async function judge(
  lab: OutboxLab,
  { storedAt }: VerdictFeeder,
): Promise<Pick<VerdictReport, 'figures' | 'failures'>> {
  const rows = await lab.clickHouse.store.query<{ id: string; sequence: number; key: string }>(
    'SELECT verdict_id AS id, sequence, message_key AS key FROM verdicts ORDER BY sequence',
  );
  const changes = await messagesOf(lab, lab.topics.changes);
  const at = new Map(changes.map((one) => [one.id, one.at]));
  const lost = rows.filter(({ id }) => !at.has(id)).length;
  const doubled = changes.length - at.size;
  const waits = rows.map(({ id, sequence }) =>
    Math.max(0, (at.get(id) ?? Number.MAX_SAFE_INTEGER) - (storedAt.get(sequence) ?? 0)),
  );
  const times = recoveryTimes(waits) ?? { p50: 0, p95: 0, max: 0 };
  const disorder = isInOrder(rows, changes) ? 0 : 1;
  const differing = await statesThatDiffer(lab);
  return {
    figures: {
      expected: rows.length,
      found: changes.length,
      lost,
      doubled,
      'states that differ': differing,
      'disagreement p50 s': times.p50 / 1_000,
      'disagreement max s': times.max / 1_000,
      'of a cycle of 600 s': `${((times.max / CYCLE_MS) * 100).toFixed(1)} %`,
    },
    failures: [
      ...(lost > 0 ? [`${lost} changes are not in the topic`] : []),
      ...(doubled > 0 ? [`${doubled} changes are there twice`] : []),
      ...(rows.length === 0 ? ['nothing was written'] : []),
      ...(disorder > 0 ? ['the changes of a key are out of order'] : []),
      ...(differing > 0 ? [`${differing} keys end in another state`] : []),
      ...(times.max > CYCLE_MS ? ['ClickHouse and Kafka disagreed for longer than a cycle'] : []),
    ],
  };
}

/** Keys of which a consumer that starts at the beginning believes something else than ClickHouse. */
async function statesThatDiffer({ clickHouse, ...lab }: OutboxLab): Promise<number> {
  const messages = await messagesOf({ clickHouse, ...lab }, lab.topics.current);
  const believed = new Map(messages.map(({ key, value }) => [key, value]));
  const rows = await clickHouse.store.query<{ key: string; message: string; change: string }>(
    'SELECT message_key AS key, argMax(message, sequence) AS message, argMax(change, sequence) AS change FROM verdicts GROUP BY key',
  );
  return rows.filter(({ key, message, change }) => {
    const value = believed.get(key);
    return change === 'lifted' ? value !== null : value !== message;
  }).length;
}

/** Until changes arrive on the topic: only then is there a publisher to disturb. */
async function untilPublishing({ broker, topics }: OutboxLab): Promise<void> {
  const arrived = async (): Promise<number> => {
    const ranges = await topicEnds(broker.cluster.kafka, topics.changes).catch(() => []);
    return ranges.reduce((sum, { end }) => sum + end, 0);
  };
  const deadline = performance.now() + SETTLE_MS;
  let before = 0;
  while (performance.now() < deadline) {
    const now = await arrived();
    if (before > 0 && now > before) return;
    before = Math.max(before, now);
    await delay(50);
  }
  throw new Error(`nothing was published for ${SETTLE_MS / 1_000} s`);
}

async function untilPublished({ clickHouse, topics }: OutboxLab): Promise<boolean> {
  const deadline = performance.now() + SETTLE_MS;
  while (performance.now() < deadline) {
    if (await isPublished(clickHouse.store, `kafka:${topics.current}`)) return true;
    await delay(200);
  }
  return false;
}

async function isPublished(store: Store, sink: string): Promise<boolean> {
  const [row] = await store.query<{ left: number }>(
    `SELECT toInt64((SELECT max(sequence) FROM verdicts)) - toInt64((SELECT max(published_until) FROM outbox_progress WHERE topic = {sink: String})) AS left`,
    { sink },
  );
  return row?.left === 0;
}

async function messagesOf({ broker }: OutboxLab, topic: string): Promise<readonly Published[]> {
  const messages: Published[] = [];
  const tail = await tailTopic({
    kafka: broker.cluster.kafka,
    topic,
    from: 'beginning',
    follow: false,
    onMessage: ({ key, value, headers, appendTime }) =>
      messages.push({
        id: String(headers['ce_id']),
        key: key?.toString() ?? '',
        value: value?.toString() ?? null,
        at: appendTime,
      }),
  });
  await tail.done;
  await tail.stop();
  return messages;
}

function isInOrder(
  rows: readonly { readonly id: string; readonly key: string }[],
  found: readonly { readonly id: string; readonly key: string }[],
): boolean {
  const byKey = (changes: typeof rows): Map<string, string> => {
    const ids = new Map<string, string>();
    for (const { id, key } of changes) ids.set(key, `${ids.get(key) ?? ''} ${id}`);
    return ids;
  };
  const wanted = byKey(rows);
  return [...byKey(found)].every(([key, ids]) => wanted.get(key) === ids);
}
