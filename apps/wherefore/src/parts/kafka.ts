import {
  createKafka,
  ensureTopics,
  findKafka,
  type KafkaClient,
  KafkaConfig,
  kafkaConnection,
  logTopic,
  startEmbeddedKafka,
  topicEnds,
  verdictChangeTopic,
  verdictTopic,
} from '#libs/stream';
import { loadConfig, silentLogger } from '#libs/platform';
import { type CliContext } from '../cli-context.js';
import { whenReady } from './when-ready.js';
import { type Parts } from './with-parts.js';

interface Topics {
  readonly logs: string;
  readonly verdicts: string;
  readonly changes: string;
}

/** A real Kafka cluster with our topics. */
export interface KafkaCluster {
  readonly client: KafkaClient;
  readonly brokers: readonly string[];
  readonly topics: Topics;
  /** For child processes. */
  readonly env: Readonly<Record<string, string>>;
  /** Rejects when the embedded broker ends by itself; never resolves. */
  readonly lost: Promise<never>;
}

export interface NoKafka {
  /** One sentence: why, and what to install. */
  readonly advice: string;
}

export interface KafkaOptions {
  /** Topics of this run alone, where the cluster is not our own. */
  readonly throwaway: boolean;
  readonly logPartitions: number;
  readonly port?: number;
}

/** Uses the cluster KAFKA_BROKERS names, else starts an embedded broker; says why where neither can be had. */
export async function openKafka(
  context: CliContext,
  parts: Parts,
  options: KafkaOptions,
): Promise<KafkaCluster | NoKafka> {
  const brokers = brokersOf(context);
  const source = findKafka(brokers);
  if ('advice' in source) return { advice: source.advice };
  const cluster =
    source.kind === 'external' ? external(context, options) : await embedded(parts, options);
  // A broker that has just started may not host the topics yet that it has just made.
  await whenReady(() => makeTopics(cluster, options.logPartitions));
  return cluster;
}

async function makeTopics({ client, topics }: KafkaCluster, logPartitions: number): Promise<void> {
  const specs = [
    logTopic(topics.logs, logPartitions),
    verdictTopic(topics.verdicts),
    verdictChangeTopic(topics.changes),
  ];
  await ensureTopics(client, specs);
  for (const { topic } of specs) await topicEnds(client, topic);
}

/** A client for the cluster that KAFKA_BROKERS and its companions name. @throws ConfigError */
export function kafkaOf(context: CliContext): KafkaClient {
  return createKafka(kafkaConnection(loadConfig(KafkaConfig, context.env), silentLogger));
}

const brokersOf = ({ env }: CliContext): string[] =>
  (env['KAFKA_BROKERS'] ?? '').split(',').filter((broker) => broker.trim() !== '');

async function embedded(parts: Parts, { port }: KafkaOptions): Promise<KafkaCluster> {
  const broker = await startEmbeddedKafka({
    dataDir: parts.folder.in('kafka'),
    ...(port !== undefined && { port }),
  });
  parts.teardown.add('Kafka', () => broker.stop());
  const lost = broker.exited.then(({ tail }) => {
    throw new Error(`The Kafka broker ended by itself. Its last words: ${tail.trim() || 'none'}`);
  });
  lost.catch(() => undefined);
  const client = createKafka({ brokers: broker.brokers });
  return cluster(client, broker.brokers, namedTopics(''), lost);
}

function external(context: CliContext, { throwaway }: KafkaOptions): KafkaCluster {
  const prefix = throwaway ? `wherefore-demo-${process.pid}-${Date.now()}.` : '';
  const never = new Promise<never>(() => undefined);
  return cluster(kafkaOf(context), brokersOf(context), namedTopics(prefix, context.env), never);
}

function namedTopics(prefix: string, env: CliContext['env'] = {}): Topics {
  const logs = (env['SOURCE_TOPICS'] ?? 'access-logs').split(',')[0] ?? 'access-logs';
  return {
    logs: `${prefix}${logs}`,
    verdicts: `${prefix}${env['VERDICT_TOPIC'] ?? 'wherefore.verdicts'}`,
    changes: `${prefix}${env['VERDICT_CHANGE_TOPIC'] ?? 'wherefore.verdict-changes'}`,
  };
}

function cluster(
  client: KafkaClient,
  brokers: readonly string[],
  topics: Topics,
  lost: Promise<never>,
): KafkaCluster {
  return {
    client,
    brokers,
    topics,
    lost,
    env: {
      KAFKA_BROKERS: brokers.join(','),
      SOURCE_TOPICS: topics.logs,
      VERDICT_TOPIC: topics.verdicts,
      VERDICT_CHANGE_TOPIC: topics.changes,
    },
  };
}
