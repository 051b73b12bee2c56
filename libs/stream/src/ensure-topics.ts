import kafkajs, { type Admin } from 'kafkajs';
import { type KafkaClient } from './create-kafka.js';
import { type TopicSpec } from './topic-spec.js';
import { withAdmin } from './with-admin.js';

/** A setting of an existing topic that is not as wanted; existing topics are never altered. */
export interface TopicDifference {
  topic: string;
  setting: string;
  wanted: string;
  actual: string;
}

export interface TopicReport {
  created: string[];
  differences: TopicDifference[];
}

/** Creates the topics that are missing and says what differs in those that are there. Safe to run from several processes at once. */
export async function ensureTopics(
  kafka: KafkaClient,
  specs: readonly TopicSpec[],
): Promise<TopicReport> {
  // Outlives a repetition: what was made in the first round is there in the second.
  const created = new Set<string>();
  return withAdmin(kafka, async (admin) => {
    const present = new Set(await admin.listTopics());
    for (const spec of specs.filter(({ topic }) => !present.has(topic))) {
      created.add(spec.topic);
      await create(admin, spec);
    }
    const existing = specs.filter(({ topic }) => !created.has(topic));
    return {
      created: [...created],
      differences: existing.length === 0 ? [] : await compare(admin, existing),
    };
  });
}

async function create(admin: Admin, spec: TopicSpec): Promise<void> {
  await admin.createTopics({
    waitForLeaders: true,
    topics: [
      {
        topic: spec.topic,
        numPartitions: spec.partitions,
        replicationFactor: spec.replicationFactor ?? -1,
        configEntries: Object.entries(spec.config).map(([name, value]) => ({ name, value })),
      },
    ],
  });
}

async function compare(admin: Admin, specs: readonly TopicSpec[]): Promise<TopicDifference[]> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: specs.map(({ topic, config }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: topic,
      configNames: Object.keys(config),
    })),
  });
  return specs.flatMap(({ topic, config }) => {
    const entries = resources.find(({ resourceName }) => resourceName === topic)?.configEntries;
    const actual = new Map(entries?.map((entry) => [entry.configName, entry.configValue]));
    return Object.entries(config)
      .map(([setting, wanted]) => ({ topic, setting, wanted, actual: actual.get(setting) ?? '' }))
      .filter((difference) => difference.actual !== difference.wanted);
  });
}
