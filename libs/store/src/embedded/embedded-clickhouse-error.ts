/** The embedded server cannot run here or did not start; the message says what to do next. */
export class EmbeddedClickHouseError extends Error {
  override readonly name = 'EmbeddedClickHouseError';
  readonly code = 'EMBEDDED_CLICKHOUSE';
  readonly retriable = false;
}
