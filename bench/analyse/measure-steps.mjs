import { performance } from 'node:perf_hooks';
import { cpuSeconds, peakMemory } from '../ingest/process-cost.mjs';

/** Runs the steps in order and says what each cost: processor seconds of ClickHouse and Node, wall seconds, Node's peak memory so far in MiB. */
export async function measureSteps(steps, clickHousePid, say) {
  const results = [];
  for (const { id, name, run } of steps) {
    const before = {
      store: cpuSeconds(clickHousePid),
      node: process.cpuUsage(),
      at: performance.now(),
    };
    const judged = await run();
    const { user, system } = process.cpuUsage(before.node);
    const result = {
      id,
      name,
      storeCpu: cpuSeconds(clickHousePid) - before.store,
      nodeCpu: (user + system) / 1e6,
      wall: (performance.now() - before.at) / 1_000,
      nodePeakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      storePeakMiB: peakMemory(clickHousePid),
      ...(typeof judged === 'number' ? { judged } : {}),
    };
    results.push(result);
    say(`  ${name}: ${(result.storeCpu + result.nodeCpu).toFixed(1)} CPU seconds`);
  }
  return results;
}
