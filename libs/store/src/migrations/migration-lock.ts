import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { StoreUnavailableError } from '../store-unavailable-error.js';
import { type Store } from '../store.js';

const TABLE = 'schema_migration_lock';

/** Every row is a claim (`claimed`), a sign of life (`renewed`) or the end (`released`) of a term. */
const createLockTable = (onCluster: string, replicated: string): string => `
  CREATE TABLE IF NOT EXISTS ${TABLE} ${onCluster}
  (
      term UInt64,
      owner String,
      act Enum8('claimed' = 1, 'renewed' = 2, 'released' = 3),
      at DateTime64(3, 'UTC') DEFAULT now64(3)
  )
  ENGINE = ${replicated}MergeTree
  ORDER BY term
  SETTINGS non_replicated_deduplication_window = 1000`;

const lockState = `
  SELECT
      max(term) AS lastTerm,
      argMax(owner, (term, act = 'claimed')) AS lastOwner,
      maxIf(term, act = 'released') = lastTerm AS isFree,
      argMax(toUnixTimestamp64Milli(now64(3)) - toUnixTimestamp64Milli(at), (term, at)) AS idleMs
  FROM ${TABLE}`;

interface LockState {
  readonly lastTerm: number;
  readonly lastOwner: string;
  readonly isFree: 0 | 1;
  readonly idleMs: number;
}

/** Milliseconds; a holder renews three times within the lease. */
const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
const POLL_MS = 200;
const CLAIM_ATTEMPTS = 5;

/**
 * A lock on the schema of one database, for runners that start together.
 *
 * ClickHouse has no advisory locks, but the deduplication window is a compare-and-swap: of all inserts with the token
 * `term:N:k` at most one is kept, and reading back tells whose. A claim of term N+1 is offered only when term N was
 * released or its holder gave no sign of life for a lease, by the server's clock. A server killed between logging a
 * token and storing its row leaves a burned token; the next attempt k gets past it.
 *
 * What this does not exclude is a holder that freezes for longer than the lease in the middle of a statement: statements
 * are idempotent (`IF NOT EXISTS`) for that reason.
 */
export class MigrationLock {
  readonly #store: Store;
  readonly #owner = randomUUID();
  #term = 0;
  #renewal: NodeJS.Timeout | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  async acquire(timeoutMs: number, onCluster: string, replicated: string): Promise<void> {
    await this.#store.command(createLockTable(onCluster, replicated));
    for (const deadline = performance.now() + timeoutMs; performance.now() < deadline;) {
      const state = await this.#state();
      if (state.isFree === 1 || state.idleMs > LEASE_MS || state.lastTerm === 0) {
        if (await this.#claim(state.lastTerm + 1)) {
          this.#renewal = setInterval(() => void this.#renew(), RENEW_MS).unref();
          return;
        }
      }
      await delay(POLL_MS);
    }
    throw new StoreUnavailableError(
      `another process has been migrating ${this.#store.database} for ${timeoutMs} ms: wait for it, then start again`,
    );
  }

  /** @throws StoreUnavailableError when somebody else took over meanwhile. */
  async confirm(): Promise<void> {
    const { lastTerm, lastOwner } = await this.#state();
    if (lastTerm !== this.#term || lastOwner !== this.#owner) {
      throw new StoreUnavailableError(
        'lost the migration lock to another process after a pause: start again',
      );
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#record('released');
  }

  async #claim(term: number): Promise<boolean> {
    for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt += 1) {
      await this.#record('claimed', term, `term:${term}:${attempt}`);
      const { lastTerm, lastOwner } = await this.#state();
      if (lastTerm >= term) {
        this.#term = term;
        return lastTerm === term && lastOwner === this.#owner;
      }
    }
    return false;
  }

  async #state(): Promise<LockState> {
    const [state] = await this.#store.query<LockState>(lockState);
    return state ?? { lastTerm: 0, lastOwner: '', isFree: 1, idleMs: 0 };
  }

  async #renew(): Promise<void> {
    // A missed sign of life is no error yet: the lease allows for two, and `confirm` notices a loss.
    await this.#record('renewed').catch(() => undefined);
  }

  async #record(act: string, term = this.#term, token?: string): Promise<void> {
    await this.#store.insertRows(TABLE, [{ term, owner: this.#owner, act }], token);
  }
}
