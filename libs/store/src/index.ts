export { EmbeddedClickHouseError } from './embedded/embedded-clickhouse-error.js';
export {
  type EmbeddedClickHouse,
  type EmbeddedClickHouseOptions,
  startEmbeddedClickHouse,
} from './embedded/embedded-clickhouse.js';
