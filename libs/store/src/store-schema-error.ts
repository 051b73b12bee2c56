/** The database is not what this version expects: a table, column or migration is missing or another one. */
export class StoreSchemaError extends Error {
  override readonly name = 'StoreSchemaError';
  readonly code = 'STORE_SCHEMA';
  readonly retriable = false;
}
