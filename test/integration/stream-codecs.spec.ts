import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CompressionTypes, Partitioners } from 'kafkajs';
import { type LogMessage, logTopic, tailTopic } from '#libs/stream';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';

/** Long enough for several blocks in every format, with parts that repeat and parts that do not. */
const LINES = Array.from(
  { length: 3_000 },
  (_, index) =>
    `203.0.113.${index % 256} "GET /item/${(index * 7_919) % 104_729} HTTP/1.1" 200 ${'é'.repeat(index % 40)}`,
);

describeWithKafka('compressed record batches on a real broker', () => {
  let test: TestKafka;

  beforeAll(async () => {
    test = await startTestKafka();
  }, 90_000);

  afterAll(async () => {
    await test.stop();
  }, 150_000);

  async function send(topic: string, compression: CompressionTypes): Promise<void> {
    const producer = test.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic, compression, messages: LINES.map((value) => ({ value })) });
    await producer.disconnect();
  }

  async function read(topic: string): Promise<LogMessage[]> {
    const messages: LogMessage[] = [];
    const tail = await tailTopic({
      kafka: test.kafka,
      topic,
      from: 'beginning',
      follow: false,
      onMessage: (message) => messages.push(message),
    });
    await tail.done;
    return messages;
  }

  // The topic's compression.type makes the broker, that is Kafka's own Java libraries, compress what we send.
  it.each(['uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'])(
    'reads what Kafka itself compressed as %s',
    async (codec) => {
      const spec = logTopic(`read-${codec}`, 1);
      const topic = await test.newTopic({
        ...spec,
        config: { ...spec.config, 'compression.type': codec },
      });
      await send(topic, CompressionTypes.None);
      const messages = await read(topic);
      expect(messages.map(({ value }) => value?.toString())).toEqual(LINES);
      expect(messages.filter(({ undecodable }) => undecodable !== undefined)).toEqual([]);
    },
    60_000,
  );

  // With another compression.type on the topic the broker has to decompress what we compressed.
  it.each(['GZIP', 'Snappy', 'LZ4'] as const)(
    'writes %s that Kafka itself can read',
    async (codec) => {
      const spec = logTopic(`write-${codec}`, 1);
      const topic = await test.newTopic({
        ...spec,
        config: { ...spec.config, 'compression.type': 'uncompressed' },
      });
      await send(topic, CompressionTypes[codec]);
      const messages = await read(topic);
      expect(messages.map(({ value }) => value?.toString())).toEqual(LINES);
    },
    60_000,
  );

  it('puts a message with the reason in the place of what cannot be decompressed, and goes on', async () => {
    const topic = await test.newTopic(logTopic('bomb', 1));
    const producer = test.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic, messages: [{ value: 'before' }] });
    const bomb = [{ value: Buffer.alloc(140 * 1024 * 1024) }, { value: 'beside' }];
    await producer.send({ topic, compression: CompressionTypes.GZIP, messages: bomb });
    await producer.send({ topic, messages: [{ value: 'after' }] });
    await producer.disconnect();

    const messages = await read(topic);
    expect(messages.map(({ offset }) => offset)).toEqual([0, 1, 2, 3]);
    expect(messages.map(({ value }) => value?.toString())).toEqual([
      'before',
      undefined,
      undefined,
      'after',
    ]);
    const reasons = messages.map(({ undecodable }) => undecodable);
    expect(reasons[0]).toBeUndefined();
    expect(reasons[1]).toMatch(/^gzip: .*Cannot create a Buffer larger than/);
    expect(reasons[2]).toBe(reasons[1]);
    expect(messages[1]?.appendTime).toBeGreaterThan(Date.now() - 60_000);
  }, 120_000);
});
