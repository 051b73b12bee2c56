#!/usr/bin/env node
// What a backtest of one week takes, by the number of events in it, in seconds, processor seconds and memory, how that grows, and what
// 100 million events would take if it went on growing like that. With --hours, only the last so many of the week are judged.
// Run: npm run bench -- backtest [--events N,N,…] [--visitors-share S] [--step MINUTES] [--hours N] [--json]
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { fillEvents } from './analyse/fill-events.mjs';
import { runBacktest } from './backtest/run-backtest.mjs';
import { table } from './backtest/table.mjs';
import { startClickHouse } from './click-house.mjs';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '100000,1000000,3000000' },
    'visitors-share': { type: 'string', default: '0.1' },
    step: { type: 'string', default: '60' },
    hours: { type: 'string', default: '168' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const WEEK_MS = 7 * 86_400_000;
const TO = Date.UTC(2026, 2, 16);
const WEEK = { from: TO - WEEK_MS, to: TO };
const stepMinutes = Number(options.step);
const hours = Number(options.hours);
const judged = { from: TO - hours * 3_600_000, to: TO, stepMinutes };
const cycles = (hours * 60) / stepMinutes;
const sizes = options.events
  .split(',')
  .map(Number)
  .toSorted((a, b) => a - b);

const server = await startClickHouse();
const store = await server.migrated('bench');
const runs = [];
try {
  for (const events of sizes) runs.push(await measure(events));
  const report = { stepMinutes, hours, cycles, load: loadavg()[0], runs };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));
} finally {
  await server.stop();
}
process.exit(0);

async function measure(events) {
  process.stderr.write(`a week of ${events.toLocaleString('en')} events\n`);
  await store.command('TRUNCATE TABLE access_events');
  const visitors = Math.round(events * Number(options['visitors-share']));
  const estate = { events, visitors, ...WEEK, topic: `week-${events}` };
  for (const { sql, parameters } of fillEvents(estate)) await store.command(sql, parameters);
  const run = { events, visitors, ...(await runBacktest(server, store, judged)) };
  process.stderr.write(`  ${JSON.stringify(run)}\n`);
  return run;
}
