#!/usr/bin/env node
// Lines per CPU second from Kafka to rows that can be read, and of others that read the same lines, on this machine.
// Run: npm run bench -- ingest [--lines N] [--rounds N] [--codec none|gzip|lz4] [--only NAME,…] [--profile FOLDER] [--json]
// --profile writes a CPU profile of every worker; the figures then include the cost of profiling.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { contestants } from './ingest/contestants.mjs';
import { corpus } from './ingest/corpus/corpus.mjs';
import { report } from './ingest/report.mjs';
import { startServices } from './ingest/bench-services.mjs';
import { table } from './ingest/table.mjs';
import { prepareTopics } from './ingest/topics.mjs';
import { startUpCost } from './ingest/end-to-end.mjs';

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    codec: { type: 'string', default: 'lz4' },
    profile: { type: 'string' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const lines = Number(options.lines);
const rounds = Number(options.rounds);
const say = (text) => process.stderr.write(`${text}\n`);

const chosen = choose(contestants, options.only.split(',').filter(Boolean));
const load = loadavg()[0];
say(`making ${lines} lines, or finding them in the temporary folder`);
const log = await corpus(lines);
const services = await startServices({ profile: options.profile });
try {
  const measured = await measure();
  const result = report({ log, rounds, codec: options.codec, load, measured });
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : table(result));
} finally {
  await services.stop();
}
process.exit(0);

function choose(all, names) {
  const unknown = names.filter((name) => !all.some((one) => one.name.startsWith(name)));
  if (unknown.length === 0) {
    return all.filter(
      ({ name }) => names.length === 0 || names.some((one) => name.startsWith(one)),
    );
  }
  say(
    `No such contestant: ${unknown.join(', ')}. There are ${all.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

/** Every contestant once a round, forwards and backwards in turn, so that drift of the machine meets all of them. */
async function measure() {
  const topics = await prepareTopics(services, { chosen, log, compression: options.codec, say });
  const startUp = chosen.some(({ needsWorker }) => needsWorker)
    ? await startUpCost(services, topics.empty)
    : undefined;
  const measured = chosen.map((contestant) => ({ contestant, runs: [], missing: '' }));
  for (let round = 0; round < rounds; round += 1) {
    for (const entry of round % 2 === 0 ? measured : measured.toReversed()) {
      await measureOnce(entry, { round, topics, startUp });
    }
  }
  return measured;
}

async function measureOnce(entry, { round, topics, startUp }) {
  const { contestant } = entry;
  if (entry.missing !== '' || (contestant.once && round > 0)) return;
  entry.missing = await (contestant.missing?.() ?? '');
  if (entry.missing !== '') return;
  const topic = topics.of(contestant);
  const run = await contestant.run({ services, log, startUp, ...topic });
  entry.runs.push(run);
  const cpu = (run.worker ?? 0) + (run.clickhouse ?? 0);
  say(
    `round ${round + 1}: ${contestant.name}: ${Math.round(run.lines / cpu)} lines per CPU second, ${run.wall.toFixed(1)} s`,
  );
}
