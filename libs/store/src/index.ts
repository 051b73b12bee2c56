export { EmbeddedClickHouseError } from './embedded/embedded-clickhouse-error.js';
export {
  type EmbeddedClickHouse,
  type EmbeddedClickHouseOptions,
  startEmbeddedClickHouse,
} from './embedded/embedded-clickhouse.js';
export { type MigrateOptions, type MigrationReport, migrate } from './migrations/migrate.js';
export { StoreQueryError } from './store-query-error.js';
export { StoreSchemaError } from './store-schema-error.js';
export { StoreUnavailableError } from './store-unavailable-error.js';
export { createStore, type QueryParameters, Store, type StoreConfig } from './store.js';
