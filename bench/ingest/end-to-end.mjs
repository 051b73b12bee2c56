import { performance } from 'node:perf_hooks';
import { cpuSeconds, peakMemory } from './process-cost.mjs';
import { startWorker } from './ingest-worker.mjs';
import { mergeSeconds } from './until-merged.mjs';
import { untilVisible } from './until-visible.mjs';

/** Rows from this share on count for the warm rate: the first ones pay for compiling JavaScript. */
const WARM_FROM = 0.3;
let runs = 0;

/**
 * The worker's life up to the first line: processor seconds and wall seconds until it is a ready member of its group on
 * an empty topic. It is taken off the measured runs.
 */
export async function startUpCost(services, topic) {
  return services.withDatabase(async (store) => {
    const begun = performance.now();
    const worker = startWorker(services, placeOf(store, topic));
    await worker.untilReady();
    const cost = { cpu: cpuSeconds(worker.pid), wall: (performance.now() - begun) / 1_000 };
    await worker.stop();
    return cost;
  });
}

/**
 * Kafka → worker → ClickHouse, until every line of the topic is a row that can be read; `onRows(store)` may then look at them.
 */
export async function runEndToEnd(services, { topic, lines, startUp, onRows }) {
  return services.withDatabase(async (store) => {
    const { clickhouse, broker } = services;
    const idle = { clickhouse: cpuSeconds(clickhouse.pid), broker: cpuSeconds(broker.pid) };
    const begun = performance.now();
    const worker = startWorker(services, placeOf(store, topic));
    const cost = () => ({
      worker: cpuSeconds(worker.pid) - startUp.cpu,
      clickhouse: cpuSeconds(clickhouse.pid) - idle.clickhouse,
    });
    let warm;
    const onSample = (visible) => {
      if (visible >= lines * WARM_FROM) warm ??= { visible, ...cost() };
    };
    await untilVisible(store, lines, { onSample, stopped: worker.stopped });
    const wall = (performance.now() - begun) / 1_000 - startUp.wall;
    const total = { ...cost(), broker: cpuSeconds(broker.pid) - idle.broker };
    const memory = peakMemory(worker.pid);
    await worker.stop();
    const merging = await mergeSeconds(store, clickhouse);
    await failOnRejects(store);
    await onRows?.(store);
    return { lines, wall, ...total, merging, memory, warmRate: warmRate(warm, total, lines) };
  });
}

function placeOf(store, topic) {
  runs += 1;
  return { database: store.database, topic, group: `bench-${process.pid}-${runs}` };
}

function warmRate(warm, total, lines) {
  if (warm === undefined || warm.visible === lines) return null;
  const cpu = total.worker + total.clickhouse - warm.worker - warm.clickhouse;
  return (lines - warm.visible) / cpu;
}

async function failOnRejects(store) {
  const [first] = await store.query(
    "SELECT reject_reason, raw, count() OVER () AS rejects FROM access_events WHERE reject_reason != '' LIMIT 1",
  );
  if (first !== undefined) throw new Error(`lines were rejected: ${JSON.stringify(first)}`);
}
