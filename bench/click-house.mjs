import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, migrate, startEmbeddedClickHouse } from '#libs/store';

const MIGRATIONS = new URL('../migrations', import.meta.url).pathname;
/** The longest statement of a benchmark: events of half an hour's making. */
const REQUEST_TIMEOUT_MS = 1_800_000;

/** A ClickHouse for a benchmark, in a temporary folder that goes with it. */
export async function startClickHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-bench-'));
  const server = await startEmbeddedClickHouse({ dataDir: folder });
  const stores = [];
  return {
    ...{ url: server.url, admin: server.admin, pid: server.pid },
    /** A connection to a migrated database of that name; it is closed with the server. */
    migrated: async (database) => {
      const place = { url: server.url, ...server.admin, database };
      const store = createStore({ ...place, requestTimeoutMs: REQUEST_TIMEOUT_MS });
      stores.push(store);
      await migrate(store, MIGRATIONS);
      return store;
    },
    stop: async () => {
      for (const store of stores) await store.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
