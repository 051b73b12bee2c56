import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { cpuSeconds, endedChildrenSeconds, peakMemory } from '../ingest/process-cost.mjs';

const PROGRAM = new URL('../../dist/apps/wherefore/src/main.js', import.meta.url).pathname;
const LOOK_MS = 500;

/** Runs `wherefore backtest` over a span; what it decided and what that cost: seconds, processor seconds, and MiB at the peak. */
export async function runBacktest(server, { database }, { from, to, stepMinutes }) {
  const before = { store: cpuSeconds(server.pid), node: endedChildrenSeconds() };
  const begun = performance.now();
  const { printed, nodePeakMiB } = await backtest(server, {
    words: ['--from', iso(from), '--to', iso(to), '--step', String(stepMinutes)],
    database,
  });
  const wall = (performance.now() - begun) / 1_000;
  const { agreement, total } = JSON.parse(printed);
  return {
    decisions: agreement.decisions,
    condemned: total.condemned,
    wall,
    storeCpu: cpuSeconds(server.pid) - before.store,
    nodeCpu: endedChildrenSeconds() - before.node,
    storePeakMiB: peakMemory(server.pid),
    nodePeakMiB,
  };
}

async function backtest({ url, admin }, { words, database }) {
  const child = spawn(process.execPath, [PROGRAM, 'backtest', '--json', ...words], {
    env: {
      PATH: process.env.PATH,
      CLICKHOUSE_URL: url,
      CLICKHOUSE_USER: admin.user,
      CLICKHOUSE_PASSWORD: admin.password,
      CLICKHOUSE_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  let nodePeakMiB = 0;
  const look = setInterval(() => {
    nodePeakMiB = Math.max(nodePeakMiB, memoryOf(child.pid));
  }, LOOK_MS);
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  const [code] = await once(child, 'close');
  clearInterval(look);
  if (code !== 0) throw new Error(`the backtest ended with ${code}`);
  return { printed, nodePeakMiB };
}

/** A process may end while it is looked at. */
function memoryOf(pid) {
  try {
    return peakMemory(pid);
  } catch {
    return 0;
  }
}

const iso = (at) => new Date(at).toISOString();
