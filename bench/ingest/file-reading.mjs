import { performance } from 'node:perf_hooks';
import { cpuSeconds } from './process-cost.mjs';
import { insertFromFile } from './sql-parsing.mjs';

/** ClickHouse reading the file from its own disk, parsing in SQL into the same table. */
export async function runFileReading(services, { file, lines, format }) {
  return services.withDatabase(async (store) => {
    const { columns, select } = insertFromFile(format, file);
    const idle = cpuSeconds(services.clickhouse.pid);
    const begun = performance.now();
    await store.command(`INSERT INTO access_events (${columns.join(', ')}) ${select}`);
    return {
      lines,
      wall: (performance.now() - begun) / 1_000,
      clickhouse: cpuSeconds(services.clickhouse.pid) - idle,
    };
  });
}
