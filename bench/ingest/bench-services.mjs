import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafka, startEmbeddedKafka } from '#libs/stream';
import { startClickHouse } from '../click-house.mjs';

/**
 * One broker and one ClickHouse for the whole benchmark, in a temporary folder that goes with them; `profile` names a folder for
 * the CPU profiles of workers.
 */
export async function startServices({ profile } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-bench-run-'));
  const clickhouse = await startClickHouse();
  const broker = await startEmbeddedKafka({ dataDir: folder });
  let databases = 0;
  return {
    profile,
    clickhouse,
    broker,
    kafka: createKafka({ brokers: broker.brokers }),
    /** Runs `work(store)` on a migrated database of its own, which is dropped afterwards. */
    withDatabase: async (work) => {
      databases += 1;
      const store = await clickhouse.migrated(`bench_${databases}`);
      try {
        return await work(store);
      } finally {
        await store.command(`DROP DATABASE ${store.database} SYNC`);
      }
    },
    stop: async () => {
      await broker.stop();
      await clickhouse.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
