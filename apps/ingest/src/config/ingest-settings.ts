import { randomBytes } from 'node:crypto';
import { ClickHouseConfig, loadConfigs } from '#libs/platform';
import { ReferenceConfig } from '#libs/reference';
import { KafkaConfig } from '#libs/stream';
import { FileSourceConfig, IngestConfig, KafkaSourceConfig } from '../ingest-config.js';
import { describedPlan, describedPlans } from './described-plans.js';
import { type SourcePlans } from './source-plan.js';
import { singlePlan } from './single-plan.js';

/** Where the log comes from. */
type LogInput =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'kafka'; readonly kafka: KafkaConfig; readonly reader: KafkaSourceConfig };

/** Everything ingest is told by its environment. */
export interface IngestSettings {
  readonly ingest: IngestConfig;
  readonly clickhouse: ClickHouseConfig;
  readonly reference: ReferenceConfig;
  readonly input: LogInput;
  readonly plans: SourcePlans;
  readonly hashKey: string;
}

const DAY_MS = 86_400_000;
const SHARED = { ingest: IngestConfig, clickhouse: ClickHouseConfig, reference: ReferenceConfig };

/**
 * Reads files when INGEST_FILES is set, else Kafka.
 *
 * @throws ConfigError naming every wrong variable, or SourcesError naming every wrong line of SOURCES_FILE
 */
export function loadIngestSettings(env: NodeJS.ProcessEnv): IngestSettings {
  return (env['INGEST_FILES'] ?? '') === '' ? kafkaSettings(env) : fileSettings(env);
}

function kafkaSettings(env: NodeJS.ProcessEnv): IngestSettings {
  const classes = { ...SHARED, kafka: KafkaConfig, reader: KafkaSourceConfig };
  const { ingest, clickhouse, reference, kafka, reader } = loadConfigs(classes, env);
  const days = reader.SOURCE_MAX_EVENT_AGE_DAYS;
  const maxEventAgeMs = days === 0 ? Infinity : days * DAY_MS;
  return {
    ingest,
    clickhouse,
    reference,
    input: { kind: 'kafka', kafka, reader },
    plans:
      ingest.SOURCES_FILE === ''
        ? [singlePlan(ingest, reader.SOURCE_TOPICS, maxEventAgeMs)]
        : describedPlans(ingest.SOURCES_FILE, maxEventAgeMs),
    hashKey: reader.HASH_KEY,
  };
}

function fileSettings(env: NodeJS.ProcessEnv): IngestSettings {
  const classes = { ...SHARED, files: FileSourceConfig };
  const { ingest, clickhouse, reference, files } = loadConfigs(classes, env);
  return {
    ingest,
    clickhouse,
    reference,
    input: { kind: 'files', paths: files.INGEST_FILES },
    plans: [filePlan(ingest)],
    hashKey: files.HASH_KEY ?? randomBytes(32).toString('hex'),
  };
}

/** A file is appended to the store long after its events; their age says nothing. */
function filePlan(ingest: IngestConfig): SourcePlans[0] {
  if (ingest.SOURCES_FILE === '') return singlePlan(ingest, [], Infinity);
  const { source } = describedPlan(ingest.SOURCES_FILE, ingest.SOURCE_NAME);
  return { source, topics: [], maxEventAgeMs: Infinity };
}
