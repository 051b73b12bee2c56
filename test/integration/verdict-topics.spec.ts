import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { silentLogger, systemClock } from '#libs/platform';
import { KafkaConfig, tailTopic, verdictChangeTopic, verdictTopic } from '#libs/stream';
import { FeedbackTopic } from '../../apps/analyse/src/feedback/feedback-topic.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';
import { startAnalysis, type VerdictChange, verdictsOf } from '../support/run-analysis.js';
import { simulatedLines, storeLines } from '../support/simulated-log.js';
import { until } from '../support/until.js';

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

  it('takes appeals from a topic, each once, though it is read again when the visitor has another verdict', async () => {
    const { store } = clickhouse;
    const topic = await kafka.newTopic({ topic: 'feedback', partitions: 1, config: {} });
    const [first, second] = new Set(outbox.map(({ message_key: key }) => key));
    await appeal(kafka, topic, first);
    await untilAppeals(topic, 1);
    await store.command(
      `INSERT INTO verdicts SELECT * REPLACE (1000000 AS sequence, 'later' AS verdict_id, 'condemned' AS change)
       FROM verdicts WHERE message_key = {first: String} LIMIT 1`,
      { first },
    );
    await appeal(kafka, topic, second);
    const [again, other] = await untilAppeals(topic, 2);
    expect([again, other].map((one) => one?.message_key)).toEqual([first, second]);
    expect(again?.verdict_id).not.toBe('later');
  });

  /** Reads the topic from its beginning, as a process that starts does, until so many appeals are stored. */
  async function untilAppeals(topic: string, many: number): Promise<readonly StoredAppeal[]> {
    const { store } = clickhouse;
    const config = Object.assign(new KafkaConfig(), { KAFKA_BROKERS: [...kafka.brokers] });
    const feedback = new FeedbackTopic(store, config, topic, systemClock, silentLogger);
    feedback.start();
    let appeals: readonly StoredAppeal[] = [];
    await until(async () => {
      appeals = await store.query<StoredAppeal>(
        `SELECT id, verdict_id, concat('default/', key_type, '/', key) AS message_key FROM operator_orders FINAL ORDER BY id`,
      );
      return appeals.length === many;
    });
    await feedback.stop();
    return appeals;
  }

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

interface StoredAppeal {
  readonly id: string;
  readonly verdict_id: string;
  readonly message_key: string;
}

async function appeal({ kafka }: TestKafka, topic: string, verdict?: string): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  const value = JSON.stringify({ verdict, reason: 'a customer', confirmed: true });
  await producer.send({ topic, messages: [{ value }] });
  await producer.disconnect();
}

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
