import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type LogBatch,
  LogConsumer,
  type LogConsumerOptions,
  type LogMessage,
  LogProducer,
  logTopic,
  type StreamError,
  topicEnds,
} from '#libs/stream';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';
import { until } from '../support/until.js';

/** A log store of arrays: its tails are the truth, as ClickHouse's are, and it refuses what does not extend one. */
class StoredLog {
  readonly offsets = new Map<number, number[]>();
  readonly lines: string[] = [];

  readonly tail = (_topic: string, partition: number): Promise<number> =>
    Promise.resolve((this.offsets.get(partition)?.at(-1) ?? -2) + 1);

  readonly append = async (batch: LogBatch): Promise<undefined> => {
    this.add(batch.partition, await messagesOf(batch));
  };

  add(partition: number, messages: readonly LogMessage[]): void {
    const stored = this.offsets.get(partition) ?? [];
    this.offsets.set(partition, stored);
    for (const { offset, value } of messages) {
      stored.push(offset);
      this.lines.push(String(value));
    }
  }
}

async function messagesOf(batch: LogBatch): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  for await (const some of batch.messages()) messages.push(...some);
  return messages;
}

const ascending = (count: number): number[] => Array.from({ length: count }, (_, offset) => offset);

describeWithKafka('LogConsumer on a real broker', () => {
  let test: TestKafka;
  const fatal: StreamError[] = [];
  const running: LogConsumer[] = [];

  beforeAll(async () => {
    test = await startTestKafka();
  }, 90_000);

  afterAll(async () => {
    await Promise.all(running.map((consumer) => consumer.stop(1_000)));
    await test.stop();
  }, 150_000);

  async function produce(topic: string, from: number, count: number): Promise<string[]> {
    const lines = Array.from({ length: count }, (_, index) => `line ${from + index}`);
    const producer = new LogProducer({ kafka: test.kafka, topic, batchBytes: 4_096 });
    await producer.start();
    await producer.append(lines);
    await producer.stop();
    return lines;
  }

  async function consume(
    topic: string,
    log: StoredLog,
    options: Partial<LogConsumerOptions> = {},
  ): Promise<LogConsumer> {
    const consumer = new LogConsumer({
      kafka: test.kafka,
      groupId: `${topic}-readers`,
      topics: [topic],
      onAssign: log.tail,
      onBatch: log.append,
      onFatal: (error) => fatal.push(error),
      sessionTimeoutMs: 6_000,
      maxWaitMs: 50,
      ...options,
    });
    running.push(consumer);
    await consumer.start();
    return consumer;
  }

  it('reads every message once, in order, with the append time of the broker', async () => {
    const topic = await test.newTopic(logTopic('once', 3));
    const before = Date.now();
    const lines = await produce(topic, 0, 5_000);
    const log = new StoredLog();
    const appendTimes: number[] = [];
    await consume(topic, log, {
      onBatch: async (batch) => {
        appendTimes.push(...(await messagesOf(batch)).map(({ appendTime }) => appendTime));
        return log.append(batch);
      },
    });
    await until(() => log.lines.length >= lines.length);

    expect([...log.lines].sort()).toEqual([...lines].sort());
    for (const { partition, end } of await topicEnds(test.kafka, topic)) {
      expect(log.offsets.get(partition)).toEqual(ascending(end));
    }
    expect(Math.min(...appendTimes)).toBeGreaterThanOrEqual(before - 1_000);
    expect(Math.max(...appendTimes)).toBeLessThanOrEqual(Date.now() + 1_000);
  }, 150_000);

  it('starts at the tail of the store, not at offsets committed ahead of it', async () => {
    const topic = await test.newTopic(logTopic('ahead', 1));
    await produce(topic, 0, 1_000);
    const admin = test.kafka.admin();
    await admin.connect();
    await admin.setOffsets({
      groupId: `${topic}-readers`,
      topic,
      partitions: [{ partition: 0, offset: '900' }],
    });
    await admin.disconnect();

    const log = new StoredLog();
    log.offsets.set(0, ascending(100));
    await consume(topic, log, {
      onAssign: async (name, partition) => {
        await new Promise((wake) => setTimeout(wake, 1_000));
        return log.tail(name, partition);
      },
    });
    await until(() => (log.offsets.get(0)?.length ?? 0) >= 1_000);
    expect(log.offsets.get(0)).toEqual(ascending(1_000));
  }, 150_000);

  it('reads on where the handler says, behind or ahead of the batch', async () => {
    const topic = await test.newTopic(logTopic('resume', 1));
    await produce(topic, 0, 500);
    const seen: number[][] = [];
    await consume(topic, new StoredLog(), {
      onBatch: async (batch) => {
        seen.push((await messagesOf(batch)).map(({ offset }) => offset));
        return seen.length === 1 ? { resumeFrom: batch.from + 10 } : undefined;
      },
    });
    await until(() => seen.length > 1 && seen.at(-1)?.at(-1) === 499);
    expect(seen[0]?.[0]).toBe(0);
    expect(seen.slice(1).flat()).toEqual(ascending(500).slice(10));
  }, 150_000);

  it('tries a batch again as long as the store is away, and keeps its place in the group', async () => {
    const topic = await test.newTopic(logTopic('retry', 1));
    await produce(topic, 0, 200);
    const log = new StoredLog();
    let assignments = 0;
    let failures = 6;
    await consume(topic, log, {
      onAssign: (...where) => {
        assignments += 1;
        return log.tail(...where);
      },
      onBatch: (batch) => {
        failures -= 1;
        const away = Object.assign(new Error('the store is away'), { retriable: true });
        return failures >= 0 ? Promise.reject(away) : log.append(batch);
      },
    });
    await until(() => (log.offsets.get(0)?.length ?? 0) >= 200, 40_000);
    expect(log.offsets.get(0)).toEqual(ascending(200));
    // A member that was thrown out joins again right after the batch.
    await new Promise((wake) => setTimeout(wake, 2_000));
    expect(assignments).toBe(1);
  }, 150_000);

  it('holds a paused partition and reads on after resume', async () => {
    const topic = await test.newTopic(logTopic('pause', 1));
    const log = new StoredLog();
    const consumer = await consume(topic, log);
    await until(() => consumer.assignment[0]?.next === 0);
    consumer.pause(topic, 0);
    await produce(topic, 0, 100);
    await new Promise((wake) => setTimeout(wake, 1_000));
    expect(log.lines).toHaveLength(0);
    consumer.resume(topic, 0);
    await until(() => log.lines.length >= 100);
    expect(log.offsets.get(0)).toEqual(ascending(100));
  }, 150_000);

  it('loses and doubles nothing while members come and go', async () => {
    const topic = await test.newTopic(logTopic('members', 4));
    const log = new StoredLog();
    const slowly: Partial<LogConsumerOptions> = {
      maxBytesPerPartition: 16_384,
      onBatch: async (batch) => {
        await new Promise((wake) => setTimeout(wake, 20));
        // A store that fences: rows that do not extend the chain are refused.
        const tail = Math.max(0, await log.tail(topic, batch.partition));
        const fresh = (await messagesOf(batch)).filter(({ offset }) => offset >= tail);
        if (fresh[0]?.offset === tail) log.add(batch.partition, fresh);
        return { resumeFrom: Math.max(0, await log.tail(topic, batch.partition)) };
      },
    };
    const first = await consume(topic, log, slowly);
    const total = 20_000;
    const producing = produce(topic, 0, total);
    await until(() => log.lines.length > 500);
    const second = await consume(topic, log, slowly);
    await until(() => second.assignment.length === 2 && first.assignment.length === 2);
    const third = await consume(topic, log, slowly);
    await until(() => third.assignment.length > 0);
    await second.stop();
    await until(() => first.assignment.length + third.assignment.length === 4);
    const lines = await producing;
    await until(() => log.lines.length >= total, 60_000);

    expect([...log.lines].sort()).toEqual([...lines].sort());
    for (const { partition, end } of await topicEnds(test.kafka, topic)) {
      expect(log.offsets.get(partition)).toEqual(ascending(end));
    }
  }, 120_000);

  it('refuses a topic that ends before the stored rows', async () => {
    const topic = await test.newTopic(logTopic('recreated', 1));
    await produce(topic, 0, 10);
    const errors: StreamError[] = [];
    const log = new StoredLog();
    log.offsets.set(0, ascending(50));
    await consume(topic, log, { onFatal: (error) => errors.push(error) });
    await until(() => errors.length > 0);
    expect(errors.map(({ code }) => code)).toEqual(['TOPIC_RECREATED']);
    expect(log.lines).toHaveLength(0);
  }, 150_000);

  it('reports what retention deleted before it was read, and goes on after it', async () => {
    const topic = await test.newTopic(logTopic('gap', 1));
    await produce(topic, 0, 300);
    const admin = test.kafka.admin();
    await admin.connect();
    await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '120' }] });
    await admin.disconnect();
    const log = new StoredLog();
    log.offsets.set(0, ascending(20));
    const gaps: unknown[] = [];
    await consume(topic, log, { onGap: (gap) => Promise.resolve(void gaps.push(gap)) });
    await until(() => log.offsets.get(0)?.at(-1) === 299);
    expect(gaps).toEqual([{ topic, partition: 0, from: 20, to: 120, reason: 'retention' }]);
    // The message at 119 stands for all that is missing.
    expect(log.offsets.get(0)).toEqual([...ascending(20), ...ascending(300).slice(119)]);
  }, 150_000);

  it('met nothing fatal on the way', () => {
    expect(fatal).toEqual([]);
  });
});
