import { BaseConfig, EnvChoice, EnvInteger, EnvList, EnvText } from '#libs/platform';
import { LOG_FORMAT_NAMES, type LogFormatName } from '#libs/traffic';
import { EnvJsonPaths } from './config/env-json-paths.js';

const FORMATS = ['auto', ...LOG_FORMAT_NAMES];

/** A secret of fewer characters could be found by trying. */
const HASH_KEY_RULE = { matching: /^.{16,}$/s, allowed: 'a secret of at least 16 characters' };

/** What ingest reads from the environment, whatever it reads logs from. */
export class IngestConfig extends BaseConfig {
  override readonly HTTP_PORT: number = 9465;

  /** Path of the description of all sources (YAML or JSON); the other SOURCE_… variables describe a single one. */
  @EnvText()
  readonly SOURCES_FILE: string = '';

  /** Stands in the rows as `source_name`; with SOURCES_FILE, the source whose files these are. */
  @EnvText({
    matching: /^[\w.-]{1,100}$/,
    allowed: 'letters, digits, `_`, `-` and `.`, at most 100',
  })
  readonly SOURCE_NAME: string = 'default';

  @EnvChoice(FORMATS)
  readonly SOURCE_FORMAT: LogFormatName | 'auto' = 'auto';

  /** Path of a JSON file: which field of a JSON log is what; see `JsonFieldMap` of libs/traffic. */
  @EnvText()
  readonly SOURCE_FIELD_MAP: string = '';

  /** The site whose log this is, for formats that do not say it. */
  @EnvText({ matching: /^[\w.-]{0,255}$/, allowed: 'a host name' })
  readonly SOURCE_DEFAULT_HOST: string = '';

  /** A batch is stored when it has so many rows, */
  @EnvInteger({ min: 1, max: 1_000_000 })
  readonly BATCH_MAX_ROWS: number = 150_000;

  /** or so many bytes, */
  @EnvInteger({ min: 1_024, max: 268_435_456 })
  readonly BATCH_MAX_BYTES: number = 64 * 1_048_576;

  /** or when its first message is so old; milliseconds. */
  @EnvInteger({ min: 1, max: 60_000 })
  readonly BATCH_MAX_WAIT_MS: number = 1_000;
}

/** What ingest reads besides, when it reads Kafka. */
export class KafkaSourceConfig {
  @EnvText({ matching: /^[\w.-]{1,249}$/, allowed: 'letters, digits, `_`, `-` and `.`' })
  readonly KAFKA_GROUP_ID: string = 'wherefore-ingest';

  /** How long the group waits for a member that died without a word; the broker's least is 6 s. */
  @EnvInteger({ min: 6_000, max: 300_000 })
  readonly KAFKA_SESSION_TIMEOUT_MS: number = 30_000;

  /** With SOURCES_FILE the topics stand there. */
  @EnvList({ min: 1, item: /^[\w.-]{1,249}$/, allowed: 'topic names' })
  readonly SOURCE_TOPICS: string[] = ['access-logs'];

  /** Topics that were deleted and made again, each as `name@2`, later `name@3`; so they stand in the rows. */
  @EnvList({ item: /^[\w.-]{1,249}@[1-9]\d{0,5}$/, allowed: 'topics with a number, `name@2`' })
  readonly SOURCE_EPOCH: string[] = [];

  /** Key of the hashes that stand for sessions and accounts; the same in every ingest, for ever. */
  @EnvText(HASH_KEY_RULE)
  readonly HASH_KEY!: string;

  /** Events older than this when they were appended are marked suspect; 0 believes them all. */
  @EnvInteger({ min: 0, max: 36_500 })
  readonly SOURCE_MAX_EVENT_AGE_DAYS: number = 7;
}

/** What ingest reads besides, when it reads files. */
export class FileSourceConfig {
  @EnvJsonPaths()
  readonly INGEST_FILES!: string[];

  /** Left out: a random one; then hashes of one run are not those of another. */
  @EnvText(HASH_KEY_RULE)
  readonly HASH_KEY?: string;
}
