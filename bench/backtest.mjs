#!/usr/bin/env node
// How long a backtest of one week takes, by the number of events in it, and how that grows.
// Run: npm run bench -- backtest [--events N,N,…] [--visitors-share S] [--step MINUTES] [--json]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createStore, migrate, startEmbeddedClickHouse } from '#libs/store';
import { fillEvents } from './analyse/fill-events.mjs';
import { cpuSeconds } from './ingest/process-cost.mjs';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '200000,1000000,5000000' },
    'visitors-share': { type: 'string', default: '0.1' },
    step: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const PROGRAM = new URL('../dist/apps/wherefore/src/main.js', import.meta.url).pathname;
const WEEK_MS = 7 * 86_400_000;
const TO = Date.UTC(2026, 2, 16);
const sizes = options.events.split(',').map(Number);

const dataDir = await mkdtemp(join(tmpdir(), 'wherefore-bench-'));
const server = await startEmbeddedClickHouse({ dataDir, database: 'bench' });
const store = createStore({
  url: server.url,
  ...server.admin,
  database: 'bench',
  requestTimeoutMs: 1_800_000,
});
const runs = [];
try {
  await migrate(store, 'migrations');
  for (const events of sizes) runs.push(await measure(events));
  const report = { stepMinutes: Number(options.step), load: loadavg()[0], runs };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));
} finally {
  await store.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function measure(events) {
  process.stderr.write(`a week of ${events.toLocaleString('en')} events\n`);
  await store.command('TRUNCATE TABLE access_events');
  const visitors = Math.round(events * Number(options['visitors-share']));
  for (const { sql, parameters } of fillEvents({
    events,
    visitors,
    from: TO - WEEK_MS,
    to: TO,
    topic: `week-${events}`,
  }))
    await store.command(sql, parameters);
  const before = cpuSeconds(server.pid);
  const begun = performance.now();
  const report = JSON.parse(await backtest());
  return {
    events,
    visitors,
    decisions: report.agreement.decisions,
    wallSeconds: (performance.now() - begun) / 1000,
    clickHouseCpuSeconds: cpuSeconds(server.pid) - before,
  };
}

async function backtest() {
  const iso = (at) => new Date(at).toISOString();
  const child = spawn(
    process.execPath,
    [
      ...[PROGRAM, 'backtest', '--json', '--step', options.step],
      ...['--from', iso(TO - WEEK_MS), '--to', iso(TO)],
    ],
    {
      env: {
        PATH: process.env.PATH,
        CLICKHOUSE_URL: server.url,
        CLICKHOUSE_USER: server.admin.user,
        CLICKHOUSE_PASSWORD: server.admin.password,
        CLICKHOUSE_DATABASE: 'bench',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the backtest ended with ${code}`);
  return printed;
}

function table({ stepMinutes, load, runs: rows }) {
  const lines = rows.map(
    ({ events, visitors, decisions, wallSeconds, clickHouseCpuSeconds }, i) => {
      const before = rows[i - 1];
      const growth =
        before === undefined
          ? ''
          : `${(events / before.events).toFixed(1)} × the events, ${(wallSeconds / before.wallSeconds).toFixed(1)} × the time`;
      return `  ${events.toLocaleString('en').padStart(12)}${visitors.toLocaleString('en').padStart(12)}${decisions.toLocaleString('en').padStart(11)}${wallSeconds.toFixed(1).padStart(9)}${clickHouseCpuSeconds.toFixed(1).padStart(17)}  ${growth}`;
    },
  );
  return [
    `A backtest of one week in steps of ${stepMinutes} minutes; load before ${load.toFixed(1)}`,
    '        events    visitors  decisions   wall s  ClickHouse CPU s',
    ...lines,
    '',
  ].join('\n');
}
