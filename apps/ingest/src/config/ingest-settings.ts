import { randomBytes } from 'node:crypto';
import { ClickHouseConfig, loadConfigs } from '#libs/platform';
import { KafkaConfig } from '#libs/stream';
import { type Source } from '#libs/traffic';
import { FileSourceConfig, IngestConfig, KafkaSourceConfig } from '../ingest-config.js';
import { readFieldMap } from './read-field-map.js';

/** Where the log comes from. */
type LogInput =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'kafka'; readonly kafka: KafkaConfig; readonly reader: KafkaSourceConfig };

/** Everything ingest is told by its environment. */
export interface IngestSettings {
  readonly ingest: IngestConfig;
  readonly clickhouse: ClickHouseConfig;
  readonly input: LogInput;
  readonly source: Source;
  readonly hashKey: string;
  /** Age at which an event's time is not believed any more, milliseconds. */
  readonly maxEventAgeMs: number;
}

const DAY_MS = 86_400_000;
const SHARED = { ingest: IngestConfig, clickhouse: ClickHouseConfig };

/** Reads files when INGEST_FILES is set, else Kafka. @throws ConfigError naming every wrong variable */
export function loadIngestSettings(env: NodeJS.ProcessEnv): IngestSettings {
  return (env['INGEST_FILES'] ?? '') === '' ? kafkaSettings(env) : fileSettings(env);
}

function kafkaSettings(env: NodeJS.ProcessEnv): IngestSettings {
  const classes = { ...SHARED, kafka: KafkaConfig, reader: KafkaSourceConfig };
  const { ingest, clickhouse, kafka, reader } = loadConfigs(classes, env);
  const days = reader.SOURCE_MAX_EVENT_AGE_DAYS;
  return {
    ingest,
    clickhouse,
    input: { kind: 'kafka', kafka, reader },
    source: sourceOf(ingest),
    hashKey: reader.HASH_KEY,
    maxEventAgeMs: days === 0 ? Infinity : days * DAY_MS,
  };
}

function fileSettings(env: NodeJS.ProcessEnv): IngestSettings {
  const { ingest, clickhouse, files } = loadConfigs({ ...SHARED, files: FileSourceConfig }, env);
  return {
    ingest,
    clickhouse,
    input: { kind: 'files', paths: files.INGEST_FILES },
    source: sourceOf(ingest),
    hashKey: files.HASH_KEY ?? randomBytes(32).toString('hex'),
    // A file is appended to the store long after its events; their age says nothing.
    maxEventAgeMs: Infinity,
  };
}

function sourceOf(config: IngestConfig): Source {
  return {
    name: config.SOURCE_NAME,
    format: config.SOURCE_FORMAT,
    defaultHost: config.SOURCE_DEFAULT_HOST,
    ...(config.SOURCE_FIELD_MAP !== '' && { fieldMap: readFieldMap(config.SOURCE_FIELD_MAP) }),
  };
}
