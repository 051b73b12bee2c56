#!/usr/bin/env node
// What ClickHouse pays for the same rows of access_events in several input formats, compressed or not.
// Run: npm run bench -- insert-formats [--rows N] [--rounds N] [--json]
import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { URLSearchParams } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { compressFrameSync } from 'lz4-napi';
import Table from 'cli-table3';
import { corpus } from './ingest/corpus/corpus.mjs';
import { startServices } from './ingest/bench-services.mjs';
import { runEndToEnd } from './ingest/end-to-end.mjs';
import { loadTopic } from './ingest/load-topic.mjs';
import { median } from './ingest/median.mjs';
import { cpuSeconds } from './ingest/process-cost.mjs';

/** Native sends LowCardinality columns as dictionaries, or as plain strings that ClickHouse turns into them. */
const FORMATS = {
  TabSeparated: { format: 'TabSeparated' },
  RowBinary: { format: 'RowBinary' },
  Native: { format: 'Native' },
  'Native, plain strings': {
    format: 'Native',
    settings: { low_cardinality_allow_in_native_format: 0 },
  },
};
/** In the order of the log, as they reach ClickHouse: sorting them is part of its work. */
const ROWS = 'SELECT * FROM access_events ORDER BY kafka_partition, kafka_offset, kafka_index';
const ENCODINGS = {
  none: (bytes) => bytes,
  lz4: (bytes) => compressFrameSync(bytes),
  gzip: (bytes) => gzipSync(bytes, { level: 1 }),
};
/** Those of the store: one block an insert. */
const SETTINGS = {
  async_insert: 0,
  input_format_parallel_parsing: 0,
  max_insert_threads: 1,
  max_insert_block_size: 1_000_000,
  min_insert_block_size_rows: 0,
  min_insert_block_size_bytes: 0,
};

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const rows = Number(options.rows);
const rounds = Number(options.rounds);
const services = await startServices();
try {
  const results = await onIngestedRows(measure);
  const report = { rows, rounds, results };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));
} finally {
  await services.stop();
}
process.exit(0);

/** Rows as ingest makes them of combined lines. */
async function onIngestedRows(work) {
  const { files } = await corpus(rows);
  const topic = 'bench-rows';
  const { kafka } = services;
  await loadTopic({ kafka, topic, file: files.combined, linesPerMessage: 1, compression: 'lz4' });
  const startUp = { cpu: 0, wall: 0 };
  let result;
  const onRows = async (store) => {
    result = await work(store);
  };
  await runEndToEnd(services, { topic, lines: rows, startUp, onRows });
  return result;
}

async function measure(store) {
  await store.command('CREATE TABLE received AS access_events');
  await store.command('SYSTEM STOP MERGES received');
  const ways = [];
  for (const [name, { format, settings }] of Object.entries(FORMATS)) {
    const bytes = await post(store, `${ROWS} FORMAT ${format}`, { settings });
    for (const encoding of Object.keys(ENCODINGS)) {
      ways.push({ name, format, encoding, bytes, runs: [] });
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      way.runs.push(await insert(store, way));
    }
  }
  return ways.map(summary);
}

async function insert(store, { format, encoding, bytes }) {
  await store.command('TRUNCATE TABLE received');
  const before = process.cpuUsage();
  const begun = performance.now();
  const body = ENCODINGS[encoding](bytes);
  const { user, system } = process.cpuUsage(before);
  const idle = cpuSeconds(services.clickhouse.pid);
  await post(store, `INSERT INTO received FORMAT ${format}`, { body, encoding });
  return {
    sent: body.length,
    compress: (user + system) / 1e6,
    clickhouse: cpuSeconds(services.clickhouse.pid) - idle,
    wall: (performance.now() - begun) / 1_000,
  };
}

async function post(store, query, { body, encoding = 'none', settings = SETTINGS } = {}) {
  const { url, admin } = services.clickhouse;
  const parameters = new URLSearchParams({ database: store.database, query, ...settings });
  const response = await globalThis.fetch(`${url}/?${parameters}`, {
    method: 'POST',
    headers: {
      'X-ClickHouse-User': admin.user,
      'X-ClickHouse-Key': admin.password,
      ...(encoding !== 'none' && { 'Content-Encoding': encoding }),
    },
    body,
  });
  const answer = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(answer.toString().slice(0, 1_000));
  return answer;
}

function summary({ name, encoding, runs }) {
  const of = (value) => median(runs.map(value));
  return {
    format: name,
    encoding,
    bytesPerRow: of(({ sent }) => sent) / rows,
    rowsPerClickhouseSecond: of(({ clickhouse }) => rows / clickhouse),
    rowsPerCpuSecond: of(({ clickhouse, compress }) => rows / (clickhouse + compress)),
    rowsPerSecond: of(({ wall }) => rows / wall),
  };
}

function table({ results }) {
  const head = [
    'format',
    'compressed',
    'bytes a row',
    'rows per CPU second of ClickHouse',
    'with compressing',
    'rows per second',
  ];
  const lines = new Table({
    head,
    style: { head: [], border: [] },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right'],
  });
  const whole = (value) => Math.round(value).toLocaleString('en');
  for (const { format, encoding, ...rates } of results) {
    lines.push([format, encoding, ...Object.values(rates).map(whole)]);
  }
  return `${whole(rows)} rows of access_events, medians of ${rounds} paired runs\n${lines.toString()}\n`;
}
