import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tailTopic, verdictChangeTopic, verdictTopic } from '#libs/stream';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';
import { startAnalysis, type VerdictChange, verdictsOf } from '../support/run-analysis.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';

interface TopicMessage {
  readonly key: string;
  readonly value: string | null;
  readonly id: string;
}

describeWithKafka('verdicts on Kafka', () => {
  let clickhouse: TestClickHouse;
  let kafka: TestKafka;
  let outbox: readonly VerdictChange[];
  let changes: readonly TopicMessage[];
  let current: readonly TopicMessage[];

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    kafka = await startTestKafka();
    const topic = await kafka.newTopic(verdictTopic('verdicts'));
    const changeTopic = await kafka.newTopic(verdictChangeTopic('verdict-changes'));
    await storeLines(clickhouse.store, simulatedLines());
    const env = {
      VERDICT_SINK: 'kafka',
      KAFKA_BROKERS: kafka.brokers.join(','),
      VERDICT_TOPIC: topic,
      VERDICT_CHANGE_TOPIC: changeTopic,
    };
    for (const afterMs of [1_500, 2_000, 2_500]) {
      const killed = startAnalysis(clickhouse, clickhouse.store, env);
      await delay(afterMs);
      killed.child.kill('SIGKILL');
      await killed.exited;
    }
    expect(await startAnalysis(clickhouse, clickhouse.store, env).exited).toBe(0);
    outbox = await verdictsOf(clickhouse.store);
    changes = await readAll(kafka, changeTopic);
    current = await readAll(kafka, topic);
  });

  afterAll(async () => {
    await kafka.stop();
    await clickhouse.stop();
  });

  it('carries every change of the outbox exactly once, though the publisher was killed', () => {
    expect(changes.map(({ id }) => id).toSorted()).toEqual(
      outbox.map(({ verdict_id: id }) => id).toSorted(),
    );
  });

  it('keeps the order of each visitor’s changes', () => {
    for (const key of new Set(outbox.map(({ message_key: one }) => one))) {
      expect(changes.filter((change) => change.key === key).map(({ id }) => id)).toEqual(
        outbox.filter(({ message_key: one }) => one === key).map(({ verdict_id: id }) => id),
      );
    }
  });

  it('lets a consumer that starts at the beginning end with the verdicts in force', async () => {
    const state = new Map(current.map(({ key, value }) => [key, value]));
    const inForce = [...state].filter(([, value]) => value !== null).map(([key]) => key);
    const rows = await clickhouse.store.query<{ message_key: string }>(
      'SELECT message_key FROM verdict_current',
    );
    expect(inForce.toSorted()).toEqual(rows.map(({ message_key: key }) => key).toSorted());
  });

  it('gives each verdict its reasons, its window and its end', () => {
    const condemned = changes.find(({ value }) => value?.includes('"action":"block"'));
    expect(JSON.parse(condemned?.value ?? '')).toMatchObject({
      schema_version: '1.0',
      revision: expect.any(Number),
      reasons: expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]),
      evidence: { query: expect.stringContaining('@') },
      expires_at: expect.stringMatching(/Z$/),
    });
  });
});

async function readAll({ kafka }: TestKafka, topic: string): Promise<TopicMessage[]> {
  const messages: TopicMessage[] = [];
  const tail = await tailTopic({
    kafka,
    topic,
    from: 'beginning',
    follow: false,
    onMessage: ({ key, value, headers }) =>
      messages.push({
        key: key?.toString() ?? '',
        value: value?.toString() ?? null,
        id: String(headers['ce_id']),
      }),
  });
  await tail.done;
  await tail.stop();
  return messages;
}
