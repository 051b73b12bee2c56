#!/usr/bin/env node
// What a cycle of the analysis costs: processor seconds of ClickHouse and of Node, wall time and memory, step by step, beside a
// plain GROUP BY of a dozen features over the same events, and what ten times the history adds.
// Run: npm run bench -- analyse [--events N] [--visitors N] [--history] [--large] [--json]
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { fillEvents } from './analyse/fill-events.mjs';
import { cycleSteps } from './analyse/cycle-steps.mjs';
import { measureSteps } from './analyse/measure-steps.mjs';
import { table } from './analyse/table.mjs';
import { startClickHouse } from './click-house.mjs';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '10000000' },
    visitors: { type: 'string' },
    history: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const DAY_MS = 86_400_000;
const STEP_MS = 600_000;
const TO = Date.UTC(2026, 2, 15);
const say = (text) => process.stderr.write(`${text}\n`);
const most = Number(options.events);
const visitorsOf = (events) => Number(options.visitors ?? most / 10) * (events / most);
const sizes = options.large ? [most / 10, most, most * 10] : [most / 10, most];

const server = await startClickHouse();
const runs = [];
const store = await server.migrated('bench');
try {
  for (const events of sizes) {
    for (const table of ['access_events', 'path_roles', 'campaign_traffic'])
      await store.command(`TRUNCATE TABLE ${table}`);
    await fill(events, TO - DAY_MS, TO, 'window');
    runs.push(await run(events, `${events.toLocaleString('en')} events`));
  }
  if (options.history) {
    for (let days = 2; days <= 10; days += 1) {
      await fill(sizes.at(-1), TO - days * DAY_MS, TO - (days - 1) * DAY_MS, `day-${days}`);
    }
    for (const table of ['path_roles', 'campaign_traffic'])
      await store.command(`TRUNCATE TABLE ${table}`);
    runs.push(await run(sizes.at(-1), 'the same, with ten times the history'));
  }
  const report = { load: loadavg()[0], runs };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));
} finally {
  await server.stop();
}
process.exit(0);

async function fill(events, from, to, topic, part = {}) {
  say(`making events (${topic})`);
  const estate = { events, visitors: visitorsOf(events), from, to, topic };
  for (const { sql, parameters } of fillEvents({ ...estate, ...part })) {
    await store.command(sql, parameters);
  }
}

/** The events of one step behind the window; once. */
async function goOn(events) {
  const [row] = await store.query('SELECT max(event_time) >= {to: DateTime} AS gone FROM events', {
    to: TO / 1_000,
  });
  if (row.gone === 1) return;
  const end = events + Math.round((events * STEP_MS) / DAY_MS);
  await fill(events, TO - DAY_MS, TO, 'window', { begin: events, end });
}

async function run(events, name) {
  const visitors = visitorsOf(events);
  const steps = cycleSteps({ store, to: TO, stepMs: STEP_MS, goOn: () => goOn(events) });
  return { name, events, visitors, steps: await measureSteps(steps, server.pid, say) };
}
