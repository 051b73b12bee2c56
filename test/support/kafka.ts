import { describe } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKafka,
  ensureTopics,
  findKafka,
  type KafkaClient,
  type KafkaSource,
  startEmbeddedKafka,
  type TopicSpec,
} from '#libs/stream';

const brokersFromEnvironment = (process.env['KAFKA_BROKERS'] ?? '')
  .split(',')
  .filter((broker) => broker !== '');

const source = findKafka(brokersFromEnvironment);

type Describe = typeof describe | typeof describe.skip;

/** `describe` on a real broker. Without one the suite is skipped loudly; under CI that is a failure. */
export const describeWithKafka: Describe = describeWith(source);

/** The same, for suites that start the embedded broker even when another one is named. */
export const describeWithEmbeddedKafka: Describe = describeWith(findKafka());

function describeWith(found: KafkaSource): Describe {
  if (!('advice' in found)) return describe;
  if (process.env['CI'] === 'true') throw new Error(found.advice);
  process.stderr.write(`\nSKIPPED, no real Kafka broker: ${found.advice}\n`);
  return describe.skip;
}

export interface TestKafka {
  kafka: KafkaClient;
  brokers: readonly string[];
  /** Creates the topic under a name that no other test uses, and returns the name. */
  newTopic(spec: TopicSpec): Promise<string>;
  stop(): Promise<void>;
}

/** One broker for a whole suite: KAFKA_BROKERS when set, else an embedded one in a temporary folder. Takes about 5 s. */
export async function startTestKafka(): Promise<TestKafka> {
  const { brokers, stop } = await obtainBroker();
  const kafka = createKafka({ brokers });
  const run = `${process.pid}-${Date.now()}`;
  let topics = 0;
  return {
    kafka,
    brokers,
    stop,
    newTopic: async (spec) => {
      topics += 1;
      const topic = `${spec.topic}-${run}-${topics}`;
      await ensureTopics(kafka, [{ ...spec, topic }]);
      return topic;
    },
  };
}

async function obtainBroker(): Promise<{
  brokers: readonly string[];
  stop: () => Promise<void>;
}> {
  if (source.kind === 'external') {
    return { brokers: source.brokers, stop: () => Promise.resolve() };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'wherefore-kafka-'));
  const broker = await startEmbeddedKafka({ dataDir });
  return {
    brokers: broker.brokers,
    stop: async () => {
      await broker.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
