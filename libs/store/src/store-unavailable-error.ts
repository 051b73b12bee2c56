/**
 * ClickHouse did not answer, or answered that it cannot right now (too many parts, memory, read-only, disk, timeout).
 * What became of a write is unknown: read back before writing again.
 */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'STORE_UNAVAILABLE';
  readonly retriable = true;
}
