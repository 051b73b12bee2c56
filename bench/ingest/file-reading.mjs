import { performance } from 'node:perf_hooks';
import { cpuSeconds } from './process-cost.mjs';
import { insertFromFile } from './sql-parsing.mjs';
import { mergeSeconds } from './until-merged.mjs';

/** ClickHouse reading the file from its own disk, parsing in SQL into the same table. */
export async function runFileReading(services, { file, lines, format }) {
  return services.withDatabase(async (store) => {
    const { columns, select } = insertFromFile(format, file);
    const idle = cpuSeconds(services.clickhouse.pid);
    const begun = performance.now();
    await store.command(`INSERT INTO access_events (${columns.join(', ')}) ${select}`);
    const wall = (performance.now() - begun) / 1_000;
    const clickhouse = cpuSeconds(services.clickhouse.pid) - idle;
    return { lines, wall, clickhouse, merging: await mergeSeconds(store, services.clickhouse) };
  });
}
