import { type IngestConfig } from '../ingest-config.js';
import { readFieldMap } from './read-field-map.js';
import { type SourcePlan } from './source-plan.js';

/** The one source that the SOURCE_… variables describe. @throws ConfigError where its field map cannot be read */
export function singlePlan(
  config: IngestConfig,
  topics: readonly string[],
  maxEventAgeMs: number,
): SourcePlan {
  const source = {
    name: config.SOURCE_NAME,
    format: config.SOURCE_FORMAT,
    defaultHost: config.SOURCE_DEFAULT_HOST,
    ...(config.SOURCE_FIELD_MAP !== '' && { fieldMap: readFieldMap(config.SOURCE_FIELD_MAP) }),
  };
  return { source, topics, maxEventAgeMs };
}
