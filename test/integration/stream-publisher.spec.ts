import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Admin } from 'kafkajs';
import {
  type LogMessage,
  type OutboxMessage,
  tailTopic,
  VerdictPublisher,
  verdictChangeTopic,
  verdictTopic,
} from '#libs/stream';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';
import { until } from '../support/until.js';

const outbox = (from: number, count: number): OutboxMessage[] =>
  Array.from({ length: count }, (_, index) => ({
    sequence: from + index,
    key: `wherefore/ip/192.0.2.${(from + index) % 50}`,
    value: (from + index) % 7 === 0 ? null : JSON.stringify({ revision: from + index }),
    headers: { 'content-type': 'application/json' },
  }));

type PlacedMessage = Pick<LogMessage, 'offset' | 'key' | 'value' | 'headers'> & {
  partition: number;
};

describeWithKafka('VerdictPublisher on a real broker', () => {
  let test: TestKafka;

  beforeAll(async () => {
    test = await startTestKafka();
  }, 90_000);

  afterAll(async () => {
    await test.stop();
  }, 150_000);

  async function read(topic: string): Promise<PlacedMessage[]> {
    const messages: PlacedMessage[] = [];
    const tail = await tailTopic({
      kafka: test.kafka,
      topic,
      from: 'beginning',
      follow: false,
      onMessage: ({ offset, key, value, headers }, partition) =>
        messages.push({ partition, offset, key, value, headers }),
    });
    await tail.done;
    return messages;
  }

  const withTestAdmin = async <T>(ask: (admin: Admin) => Promise<T>): Promise<T> => {
    const admin = test.kafka.admin();
    await admin.connect();
    return ask(admin).finally(() => admin.disconnect());
  };

  const groupIds = (): Promise<string[]> =>
    withTestAdmin(async (admin) => (await admin.listGroups()).groups.map(({ groupId }) => groupId));

  /** Other suites read their own topics on the same broker at the same time. */
  const groupsReading = async (topic: string): Promise<string[]> => {
    const ids = await groupIds();
    const { groups } = await withTestAdmin((admin) => admin.describeGroups(ids));
    return groups
      .filter(({ members }) => members.some((one) => one.memberMetadata.includes(topic)))
      .map(({ groupId }) => groupId);
  };

  const sequences = (messages: readonly Pick<LogMessage, 'headers'>[]): number[] =>
    messages.map(({ headers }) => Number(headers['wherefore-sequence']?.toString()));

  it('writes keys, values, tombstones and headers, in order of sequence for each key', async () => {
    const topic = await test.newTopic(verdictTopic('verdicts', 3));
    const publisher = new VerdictPublisher({ kafka: test.kafka, topic });
    await publisher.start();
    expect(publisher.lastSequence).toBe(-1);
    expect(await publisher.publish(outbox(0, 200))).toEqual({ published: 200, skipped: 0 });
    await publisher.stop();

    const messages = await read(topic);
    expect(sequences(messages).sort((one, other) => one - other)).toEqual(
      outbox(0, 200).map(({ sequence }) => sequence),
    );
    for (const sent of outbox(0, 200)) {
      const got = messages.find(
        ({ headers }) => String(headers['wherefore-sequence']) === String(sent.sequence),
      );
      expect([got?.key?.toString(), got?.value?.toString() ?? null]).toEqual([
        sent.key,
        sent.value,
      ]);
      expect(got?.headers['content-type']?.toString()).toBe('application/json');
    }
    for (const partition of [0, 1, 2]) {
      const own = sequences(messages.filter((message) => message.partition === partition));
      expect(own.length).toBeGreaterThan(0);
      expect(own).toEqual([...own].sort((one, other) => one - other));
    }
  }, 150_000);

  it('publishes nothing twice after a crash that forgot what was sent', async () => {
    const topic = await test.newTopic(verdictChangeTopic('changes', 3));
    const first = new VerdictPublisher({ kafka: test.kafka, topic });
    await first.publish(outbox(0, 150));
    await first.stop();

    const second = new VerdictPublisher({ kafka: test.kafka, topic });
    await second.start();
    expect(second.lastSequence).toBe(149);
    expect(await second.publish(outbox(0, 220))).toEqual({ published: 70, skipped: 150 });
    await second.stop();
    const published = sequences(await read(topic)).sort((one, other) => one - other);
    expect(published).toEqual(outbox(0, 220).map(({ sequence }) => sequence));
  }, 150_000);

  it('fills the partitions that a torn request did not reach', async () => {
    const topic = await test.newTopic(verdictTopic('torn', 3));
    const whole = outbox(0, 150);
    const publisher = new VerdictPublisher({ kafka: test.kafka, topic });
    await publisher.publish(whole.slice(0, 50));
    await publisher.stop();
    // What the broker has after a crash in the middle of a request: one partition is further than the others.
    const ahead = await read(topic);
    const keysOfOne = new Set(
      ahead.filter(({ partition }) => partition === 1).map(({ key }) => String(key)),
    );
    const torn = new VerdictPublisher({ kafka: test.kafka, topic });
    await torn.publish(whole.slice(50, 100).filter(({ key }) => keysOfOne.has(key)));
    await torn.stop();

    const next = new VerdictPublisher({ kafka: test.kafka, topic });
    await next.publish(whole);
    await next.stop();
    const published = sequences(await read(topic)).sort((one, other) => one - other);
    expect(published).toEqual(whole.map(({ sequence }) => sequence));
  }, 150_000);

  it('looks behind messages that somebody else wrote', async () => {
    const topic = await test.newTopic(verdictTopic('shared', 1));
    const publisher = new VerdictPublisher({ kafka: test.kafka, topic });
    await publisher.publish(outbox(0, 20));
    await publisher.stop();
    const stranger = test.kafka.producer();
    await stranger.connect();
    await stranger.send({ topic, messages: [{ key: 'x', value: 'y' }] });
    await stranger.disconnect();
    const next = new VerdictPublisher({ kafka: test.kafka, topic });
    expect(await next.publish(outbox(0, 25))).toEqual({ published: 5, skipped: 20 });
    await next.stop();
  }, 150_000);

  it('refuses sequences that do not grow', async () => {
    const topic = await test.newTopic(verdictTopic('disorder', 1));
    const publisher = new VerdictPublisher({ kafka: test.kafka, topic });
    const [one, two] = outbox(0, 2);
    await expect(publisher.publish([two, one] as OutboxMessage[])).rejects.toMatchObject({
      code: 'PUBLISH_ORDER',
      retriable: false,
    });
    await publisher.stop();
  }, 150_000);

  it('is followed while it publishes, by a tail that leaves no group behind', async () => {
    const topic = await test.newTopic(verdictTopic('followed', 2));
    const publisher = new VerdictPublisher({ kafka: test.kafka, topic });
    await publisher.publish(outbox(0, 10));
    const seen: LogMessage[] = [];
    const tail = await tailTopic({
      kafka: test.kafka,
      topic,
      from: 'end',
      follow: true,
      onMessage: (message) => seen.push(message),
    });
    await publisher.publish(outbox(10, 10));
    await until(() => seen.length === 10);
    const [group, ...more] = await groupsReading(topic);
    expect([group, more]).toEqual([expect.stringMatching(/^wherefore-tail-/), []]);
    await tail.stop();
    await publisher.stop();
    expect(sequences(seen).sort((one, other) => one - other)[0]).toBe(10);
    expect(await groupIds()).not.toContain(group);
  }, 150_000);
});
