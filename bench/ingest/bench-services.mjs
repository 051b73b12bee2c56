import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, migrate, startEmbeddedClickHouse } from '#libs/store';
import { createKafka, startEmbeddedKafka } from '#libs/stream';

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;

/**
 * One broker and one ClickHouse for the whole benchmark, in a temporary folder that goes with them; `profile` names a folder for
 * the CPU profiles of workers.
 */
export async function startServices({ profile } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-bench-run-'));
  const clickhouse = await startEmbeddedClickHouse({ dataDir: join(folder, 'clickhouse') });
  const broker = await startEmbeddedKafka({ dataDir: join(folder, 'kafka') });
  const { url, admin } = clickhouse;
  let databases = 0;
  return {
    profile,
    clickhouse,
    broker,
    kafka: createKafka({ brokers: broker.brokers }),
    /** Runs `work(store)` on a migrated database of its own, which is dropped afterwards. */
    withDatabase: async (work) => {
      databases += 1;
      const store = createStore({ url, ...admin, database: `bench_${databases}` });
      try {
        await migrate(store, MIGRATIONS);
        return await work(store);
      } finally {
        await store.command(`DROP DATABASE ${store.database} SYNC`);
        await store.close();
      }
    },
    stop: async () => {
      await broker.stop();
      await clickhouse.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
