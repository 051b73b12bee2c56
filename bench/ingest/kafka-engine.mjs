import { performance } from 'node:perf_hooks';
import { cpuSeconds } from './process-cost.mjs';
import { readFromKafka } from './sql-parsing.mjs';
import { mergeSeconds } from './until-merged.mjs';
import { untilVisible } from './until-visible.mjs';

/** A flush a second, as our worker; blocks as large as the engine makes them by itself otherwise. */
const SETTINGS = { kafka_flush_interval_ms: 1_000, kafka_max_block_size: 1_048_576 };
let runs = 0;

/** The opponent: a Kafka engine table, a materialized view that parses in SQL, the same access_events table. */
export async function runKafkaEngine(services, { topic, lines, format }) {
  return services.withDatabase(async (store) => {
    const { clickhouse, broker } = services;
    runs += 1;
    const { inputFormat, structure, select } = readFromKafka(format, 'kafka_lines');
    const settings = Object.entries({
      kafka_broker_list: `'${broker.brokers.join(',')}'`,
      kafka_topic_list: `'${topic}'`,
      kafka_group_name: `'engine-${process.pid}-${runs}'`,
      kafka_format: `'${inputFormat}'`,
      ...SETTINGS,
    }).map(([name, value]) => `${name} = ${value}`);
    const idle = { clickhouse: cpuSeconds(clickhouse.pid), broker: cpuSeconds(broker.pid) };
    const begun = performance.now();
    await store.command(
      `CREATE TABLE kafka_lines (${structure}) ENGINE = Kafka SETTINGS ${settings.join(', ')}`,
    );
    await store.command(`CREATE MATERIALIZED VIEW reading TO access_events AS ${select}`);
    await untilVisible(store, lines);
    const run = {
      lines,
      wall: (performance.now() - begun) / 1_000,
      clickhouse: cpuSeconds(clickhouse.pid) - idle.clickhouse,
      broker: cpuSeconds(broker.pid) - idle.broker,
    };
    await store.command('DROP VIEW reading SYNC');
    await store.command('DROP TABLE kafka_lines SYNC');
    return { ...run, merging: await mergeSeconds(store, clickhouse) };
  });
}
