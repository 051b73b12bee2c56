import { ClickHouseError } from '@clickhouse/client';

import { StoreQueryError } from './store-query-error.js';
import { StoreSchemaError } from './store-schema-error.js';
import { StoreUnavailableError } from './store-unavailable-error.js';

export type StoreError = StoreUnavailableError | StoreSchemaError | StoreQueryError;

/**
 * ClickHouse error codes that pass by themselves (src/Common/ErrorCodes.cpp): 3 unexpected end of file, 23 and 24 cannot
 * read/write socket, 74 and 75 cannot read/write file, 159 timeout exceeded,
 * 173 cannot allocate memory, 201 quota, 202 too many simultaneous queries, 209 socket timeout, 210 network, 225 no
 * keeper, 236 aborted, 241 memory limit, 242 table is read-only, 243 not enough space, 246 a damaged part (until somebody
 * restarts the server or repairs it; our batch is not at fault), 252 too many parts, 279 all
 * connection tries failed, 285 too few live replicas, 286 quorum, 319 unknown status of insert, 394 query cancelled, 425 system
 * error, 473 deadlock avoided, 999 keeper.
 */
const TRANSIENT_CODES = new Set([
  3, 23, 24, 74, 75, 159, 173, 201, 202, 209, 210, 225, 236, 241, 242, 243, 246, 252, 279, 285, 286,
  319, 394, 425, 473, 999,
]);

/** 8 and 16 no such column, 47 unknown identifier, 60 unknown table, 81 unknown database. */
const SCHEMA_CODES = new Set([8, 16, 47, 60, 81]);

const MESSAGE_LIMIT = 1_000;

/**
 * The error of this library for whatever the client threw. Everything that is not an answer of ClickHouse
 * (refused, reset, timed out, name not found) counts as unavailable.
 */
export const storeErrorOf = (error: unknown, action: string): StoreError => {
  if (
    error instanceof StoreUnavailableError ||
    error instanceof StoreSchemaError ||
    error instanceof StoreQueryError
  ) {
    return error;
  }
  const reason = error instanceof Error ? error.message.slice(0, MESSAGE_LIMIT) : String(error);
  const options = { cause: error };
  if (!(error instanceof ClickHouseError)) {
    return new StoreUnavailableError(`ClickHouse is out of reach (${action}): ${reason}`, options);
  }
  const code = Number(error.code);
  const answer = `${error.type ?? 'error'} ${code} (${action}): ${reason}`;
  if (TRANSIENT_CODES.has(code)) {
    return new StoreUnavailableError(`ClickHouse cannot right now: ${answer}`, options);
  }
  if (SCHEMA_CODES.has(code)) {
    return new StoreSchemaError(
      `the database is not the expected one, run the migrations: ${answer}`,
      options,
    );
  }
  return new StoreQueryError(`ClickHouse refused: ${answer}`, options);
};
