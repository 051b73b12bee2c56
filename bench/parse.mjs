#!/usr/bin/env node
// Lines per CPU second from log lines to encoded rows in one thread, stage by stage, beside plain JavaScript.
// Run: npm run bench -- parse [--lines N] [--rounds N] [--json]
import { createHmac } from 'node:crypto';
import { loadavg } from 'node:os';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEnricher, loadReferenceData } from '#libs/reference';
import { EventBlock } from '#libs/store';
import { createLineParser, createRequestReader } from '#libs/traffic';
import { corpus } from './ingest/corpus/corpus.mjs';
import { median } from './ingest/median.mjs';
import { combinedByRegex, combinedToTsv } from './parse/references.mjs';

const ROWS_PER_BLOCK = 50_000;
const APPENDED = Date.UTC(2026, 10, 22, 22);

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '300000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean' },
  },
  allowPositionals: true,
});
const rounds = Number(options.rounds);
const log = await corpus(Number(options.lines));
const keyedHash = (value) => createHmac('sha256', 'bench').update(value).digest('hex').slice(0, 16);
const data = loadReferenceData();

/** Each stage gives a fresh function of one line: nothing is remembered from one run to the next. */
const STAGES = {
  'fields of the line': (source) => {
    const read = createRequestReader(source);
    return (line) => read(line, { fields: [] });
  },
  'event: template, role, probe, redaction, hashes': (source) =>
    createLineParser(source, keyedHash),
  'event, and encoded as a row': (source) => encoded(createLineParser(source, keyedHash)),
  'event, enriched, and encoded as a row': (source) =>
    encoded(createLineParser(source, keyedHash), createEnricher(data)),
};
const REFERENCES = {
  'reference: one regular expression, fields only': () => combinedByRegex,
  'reference: indexOf and TSV text, fields only': () => combinedToTsv(),
  'reference: JSON.parse': () => JSON.parse,
};

const results = [
  ...contestants('combined', STAGES),
  ...contestants('json', STAGES),
  ...contestants('combined', REFERENCES).slice(0, 2),
  ...contestants('json', REFERENCES).slice(2),
];
for (let round = 0; round < rounds; round += 1) {
  for (const one of round % 2 === 0 ? results : results.toReversed()) one.rates.push(measure(one));
}
const report = {
  lines: log.lines,
  rounds,
  load: loadavg()[0],
  results: results.map(({ format, name, rates }) => ({
    format,
    name,
    linesPerCpuSecond: Math.round(median(rates)),
  })),
};
process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));

function contestants(format, creators) {
  return Object.entries(creators).map(([name, create]) => ({ format, name, create, rates: [] }));
}

function encoded(parse, enrich) {
  let block = new EventBlock('bench', 0, Infinity);
  let offset = 0;
  return (line) => {
    const position = {
      topic: 'bench',
      partition: 0,
      offset: offset++,
      index: 0,
      appendTime: APPENDED,
    };
    const { kind, format, event } = parse(line);
    const enrichment = enrich?.(event.clientAddress, event.userAgentOriginal);
    block.add({ position, source: 'bench', kind, format, event, enrichment });
    if (block.rows < ROWS_PER_BLOCK) return;
    block.encode(0);
    block = new EventBlock('bench', 0, Infinity);
  };
}

function measure({ format, create }) {
  const lines = readFileSync(log.files[format], 'utf8').split('\n').slice(0, log.lines);
  const work = create({ name: 'bench', format: format === 'json' ? 'nginx_json' : 'combined' });
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (const line of lines) work(line);
  const { user, system } = process.cpuUsage(before);
  return (lines.length / (user + system)) * 1e6;
}

function table({ lines, load, results: rows }) {
  const row = ({ format, name, linesPerCpuSecond }) =>
    `  ${format.padEnd(10)}${name.padEnd(52)}${linesPerCpuSecond.toLocaleString('en').padStart(12)}\n`;
  return (
    `Lines per CPU second in one thread, ${lines.toLocaleString('en')} lines, medians of ${rounds} rounds, ` +
    `caches empty at first; load before ${load.toFixed(1)}\n${rows.map(row).join('')}`
  );
}
