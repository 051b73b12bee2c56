import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { groupLag, LogProducer, logTopic, topicEnds } from '#libs/stream';
import {
  type IngestBench,
  logLines,
  metric,
  startIngestBench,
  untilLogged,
} from '../support/ingest.js';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';

/** Many small batches, so that whatever happens, happens in the middle of one. */
const SMALL_BATCHES = {
  BATCH_MAX_ROWS: '200',
  BATCH_MAX_BYTES: '32768',
  BATCH_MAX_WAIT_MS: '20',
};
const LARGE_BATCHES = { BATCH_MAX_ROWS: '50000', BATCH_MAX_BYTES: '4194304' };

describeWithKafka('ingest from a real broker into a real ClickHouse', () => {
  let test: TestKafka;
  let bench: IngestBench;

  beforeAll(async () => {
    [test, bench] = await Promise.all([startTestKafka(), startIngestBench()]);
  }, 90_000);

  afterEach(() => bench.killIngest());

  afterAll(async () => {
    await bench.stopAll();
    await test.stop();
  }, 150_000);

  const fromKafka = (topic: string, group = `${topic}-ingest`): Record<string, string> => ({
    KAFKA_BROKERS: test.brokers.join(','),
    SOURCE_TOPICS: topic,
    KAFKA_GROUP_ID: group,
    KAFKA_SESSION_TIMEOUT_MS: '6000',
    SOURCE_MAX_EVENT_AGE_DAYS: '0',
    ...SMALL_BATCHES,
  });

  async function produce(topic: string, from: number, count: number): Promise<void> {
    const producer = new LogProducer({ kafka: test.kafka, topic, batchBytes: 32_768 });
    await retried(() => producer.start());
    await producer.append(logLines(from, count));
    await producer.stop();
  }

  it('stores every line once, moves the offsets after them, and stops within seconds', async () => {
    const topic = await test.newTopic(logTopic('once', 3));
    await produce(topic, 0, 5_000);
    const ingest = bench.start(fromKafka(topic));
    const stored = await bench.untilStored(topic, 5_000);
    expect(stored).toEqual({ rows: 5_000, positions: 5_000, events: 5_000, paths: 5_000 });
    expect((await fetch(`${await ingest.url}/ready`)).status).toBe(200);
    expect(await metric(ingest, 'wherefore_ingest_lines_total')).toBe(5_000);
    expect(await metric(ingest, 'wherefore_ingest_lag_records')).toBe(0);

    const asked = performance.now();
    ingest.child.kill('SIGTERM');
    expect(await ingest.exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const lag = await groupLag(test.kafka, `${topic}-ingest`, topic);
    expect(lag.map((partition) => partition.lag)).toEqual([0, 0, 0]);
  }, 150_000);

  it('keeps what is no log line as a dead letter in its place, secrets removed', async () => {
    const topic = await test.newTopic(logTopic('poison', 1));
    const [first = '', second = '', third = ''] = logLines(0, 3);
    const producer = test.kafka.producer();
    await producer.connect();
    await producer.send({
      topic,
      messages: [
        { value: `${first}\r\n${second}\n` },
        { value: 'no log line, password=hunter2' },
        { value: Buffer.from([0x16, 0x03, 0x01, 0xff, 0x00]) },
        { value: '' },
        { value: null },
        { value: `{"time": "yesterday"\n${third}` },
      ],
    });
    await producer.disconnect();
    bench.start(fromKafka(topic));
    expect(await bench.untilStored(topic, 8)).toEqual({
      rows: 8,
      positions: 8,
      events: 3,
      paths: 3,
    });
    const letters = await bench.store.query<Record<string, unknown>>(
      `SELECT kafka_offset AS offset, kafka_index AS index, reject_reason AS reason, raw
       FROM dead_letters WHERE kafka_topic = {topic: String} ORDER BY offset, index`,
      { topic },
    );
    expect(letters).toEqual([
      {
        offset: 1,
        index: 0,
        reason: 'unknown_format',
        raw: expect.stringMatching(/^no log line, password=~redacted:[0-9a-f]{8}~$/),
      },
      { offset: 2, index: 0, reason: 'unknown_format', raw: '\u0016\u0003\u0001\\xff\u0000' },
      { offset: 3, index: 0, reason: 'empty', raw: '' },
      { offset: 4, index: 0, reason: 'empty', raw: '' },
      { offset: 5, index: 0, reason: 'bad_json', raw: '{"time": "yesterday"' },
    ]);
  }, 150_000);

  it('loses nothing and doubles nothing when it is killed at any moment and started again', async () => {
    const topic = await test.newTopic(logTopic('killed', 3));
    const total = 20_000;
    const kills = 6;
    const producing = produce(topic, 0, total);
    const seen: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      // A group of its own need not wait until the broker misses the dead member; the last two share one.
      const ingest = bench.start(fromKafka(topic, `${topic}-${Math.min(kill, kills - 2)}`));
      await bench.untilStored(topic, (seen.at(-1) ?? 0) + 1);
      await setTimeout(Math.random() * 100);
      ingest.child.kill('SIGKILL');
      await ingest.exited;
      seen.push((await bench.counts(topic)).rows);
    }
    await producing;
    bench.start({ ...fromKafka(topic, `${topic}-last`), ...LARGE_BATCHES });
    const stored = await bench.untilStored(topic, total, 60_000);
    expect(stored).toEqual({ rows: total, positions: total, events: total, paths: total });
    const ends = await topicEnds(test.kafka, topic);
    expect(ends.reduce((sum, { end }) => sum + end, 0)).toBe(total);
    // The kills came in the middle of the work, not before or after it.
    expect(seen.filter((rows) => rows < total)).toHaveLength(kills);
  }, 120_000);

  it('doubles nothing when two groups store the same topic at the same time', async () => {
    const topic = await test.newTopic(logTopic('split', 1));
    const producing = produce(topic, 0, 5_000);
    const rivals = ['one', 'two'].map((group) =>
      bench.start(fromKafka(topic, `${topic}-${group}`)),
    );
    await producing;
    const stored = await bench.untilStored(topic, 5_000);
    expect(stored).toEqual({ rows: 5_000, positions: 5_000, events: 5_000, paths: 5_000 });
    for (const { child } of rivals) child.kill('SIGTERM');
    expect(await Promise.all(rivals.map(({ exited }) => exited))).toEqual([0, 0]);
    expect(await bench.counts(topic)).toEqual(stored);
  }, 150_000);

  it('waits while ClickHouse is away, says so, and catches up', async () => {
    const topic = await test.newTopic(logTopic('away', 2));
    await produce(topic, 0, 1_000);
    const ingest = bench.start(fromKafka(topic));
    await bench.untilStored(topic, 1_000);
    await bench.stopClickHouse();
    try {
      await produce(topic, 1_000, 2_000);
      await untilLogged(ingest, 'ClickHouse is away; the partition waits');
      expect((await fetch(`${await ingest.url}/ready`)).status).toBe(503);
      const paused = 'wherefore_ingest_paused_partitions{reason="store_away"}';
      expect(await metric(ingest, paused)).toBeGreaterThan(0);
      await setTimeout(2_000);
    } finally {
      await bench.startClickHouse();
    }
    const stored = await bench.untilStored(topic, 3_000);
    expect(stored).toEqual({ rows: 3_000, positions: 3_000, events: 3_000, paths: 3_000 });
    expect(await metric(ingest, 'wherefore_ingest_store_retries_total')).toBeGreaterThan(0);
    await produce(topic, 3_000, 500);
    await bench.untilStored(topic, 3_500);
    expect((await fetch(`${await ingest.url}/ready`)).status).toBe(200);
    ingest.child.kill('SIGTERM');
    expect(await ingest.exited).toBe(0);
  }, 150_000);

  it('stops at rows the store refuses, alarms, skips nothing, and goes on after the repair', async () => {
    const topic = await test.newTopic(logTopic('refused', 1));
    await produce(topic, 0, 100);
    const ingest = bench.start(fromKafka(topic));
    await bench.untilStored(topic, 100);
    await bench.store.command('RENAME TABLE access_events TO access_events_elsewhere');
    try {
      await produce(topic, 100, 200);
      await untilLogged(ingest, 'the store refuses this batch; the partition is stopped');
      expect((await fetch(`${await ingest.url}/ready`)).status).toBe(503);
      expect(await metric(ingest, 'wherefore_ingest_partitions_stopped_total')).toBe(1);
    } finally {
      await bench.store.command('RENAME TABLE access_events_elsewhere TO access_events');
    }
    ingest.child.kill('SIGTERM');
    expect(await ingest.exited).toBe(0);
    const [left] = await groupLag(test.kafka, `${topic}-ingest`, topic);
    expect(left).toMatchObject({ committed: 100, lag: 200 });
    bench.start(fromKafka(topic));
    expect(await bench.untilStored(topic, 300)).toMatchObject({ rows: 300, positions: 300 });
  }, 150_000);
});

/** A topic has no leader yet in the moments after its creation. */
async function retried<T>(attempt: () => Promise<T>, times = 20): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (times === 0) throw error;
    await setTimeout(100);
    return retried(attempt, times - 1);
  }
}
