import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  createStore,
  type EmbeddedClickHouse,
  migrate,
  startEmbeddedClickHouse,
  type Store,
  type StoreConfig,
} from '#libs/store';

export const migrationsDir = join(process.cwd(), 'migrations');

export interface TestClickHouse {
  readonly server: EmbeddedClickHouse;
  /** As administrator of `database`. */
  readonly store: Store;
  readonly database: string;
  /** Another store on the same server: other users, other databases. */
  connect(options?: Partial<StoreConfig>): Store;
  stop(): Promise<void>;
}

/**
 * A real ClickHouse server with a database of its own, for one suite: start it in `beforeAll`, stop it in `afterAll`. `migrated:
 * false` leaves the database out.
 */
export const startTestClickHouse = async ({ migrated = true } = {}): Promise<TestClickHouse> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'wherefore-clickhouse-'));
  const database = `suite_${randomUUID().slice(0, 8)}`;
  const server = await startEmbeddedClickHouse({ dataDir, database });
  const stores: Store[] = [];
  const connect: TestClickHouse['connect'] = (options = {}) => {
    const store = createStore({ url: server.url, ...server.admin, database, ...options });
    stores.push(store);
    return store;
  };
  const store = connect();
  if (migrated) await migrate(store, migrationsDir);
  return {
    server,
    store,
    database,
    connect,
    async stop() {
      await Promise.all(stores.map((open) => open.close()));
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
