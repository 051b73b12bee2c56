/** ClickHouse refused a statement for good: wrong SQL, wrong data, wrong password, missing grant. */
export class StoreQueryError extends Error {
  override readonly name = 'StoreQueryError';
  readonly code = 'STORE_QUERY';
  readonly retriable = false;
}
