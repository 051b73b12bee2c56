#!/usr/bin/env node
// Lines per CPU second from messages to encoded rows in one thread, stage by stage, beside plain JavaScript.
// Run: npm run bench -- parse [--lines N] [--rounds N] [--json]
import { loadavg } from 'node:os';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEnricher, loadReferenceData } from '#libs/reference';
import { EventBlock } from '#libs/store';
import { createLineParser, createRequestReader } from '#libs/traffic';
import { createKeyedHash } from '../dist/apps/ingest/src/parse/keyed-hash.js';
import { KnownPieces } from '../dist/apps/ingest/src/parse/known/known-pieces.js';
import { createRecordParser } from '../dist/apps/ingest/src/parse/record-parser.js';
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
const data = loadReferenceData();
const NOTHING_KNOWN = {
  network: { asn: 0, country: '' },
  agent: { family: '', class: '', crawler: null },
  crawler: null,
};
/** Made into messages together, which is not measured: the broker's client does that. */
const LINES_PER_CHUNK = 10_000;
const LINE_FEED = 10;

/** Each stage gives a fresh function of one message: nothing is remembered from one run to the next. */
const STAGES = {
  'fields of the line, as text': (source) => {
    const read = createRequestReader(source);
    return ({ value }) => read(value.toString(), { fields: [] });
  },
  'event, as text': (source) => {
    const parse = createLineParser(source, createKeyedHash('bench'));
    return ({ value }) => parse(value.toString());
  },
  'message to encoded row': (source) => rows(source, () => NOTHING_KNOWN),
  'message to encoded row, enriched': (source) => rows(source, createEnricher(data)),
  'message to encoded row, enriched, as text': (source) =>
    rows({ ...source, identity: {} }, createEnricher(data)),
};
const REFERENCES = {
  'reference: one regular expression, fields only': () => onText(combinedByRegex),
  'reference: indexOf and TSV text, fields only': () => onText(combinedToTsv()),
  'reference: JSON.parse': () => onText(JSON.parse),
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

function onText(work) {
  return ({ value }) => work(value.toString('latin1'));
}

/** What ingest does with a message. */
function rows(source, enrich) {
  const known = new KnownPieces(enrich);
  const parse = createRecordParser(source, { keyedHash: createKeyedHash('bench'), enrich, known });
  const newBlock = () => new EventBlock('bench', 0, Infinity, known.vocabulary);
  let block = newBlock();
  return (record) => {
    parse(record, { topic: 'bench', partition: 0, ...record }, block);
    if (block.rows < ROWS_PER_BLOCK) return;
    block.encode(0);
    block = newBlock();
  };
}

function measure({ format, create }) {
  const work = create({ name: 'bench', format: format === 'json' ? 'nginx_json' : 'combined' });
  globalThis.gc?.();
  let spent = 0;
  for (const records of messages(readFileSync(log.files[format]))) {
    const before = process.cpuUsage();
    for (const record of records) work(record);
    const { user, system } = process.cpuUsage(before);
    spent += user + system;
  }
  return (log.lines / spent) * 1e6;
}

function* messages(bytes) {
  let start = 0;
  for (let offset = 0; offset < log.lines;) {
    const records = [];
    const end = Math.min(log.lines, offset + LINES_PER_CHUNK);
    for (; offset < end; offset += 1) {
      const stop = bytes.indexOf(LINE_FEED, start);
      records.push({ offset, appendTime: APPENDED, value: bytes.subarray(start, stop) });
      start = stop + 1;
    }
    yield records;
  }
}

function table({ lines, load, results: rows }) {
  const row = ({ format, name, linesPerCpuSecond }) =>
    `  ${format.padEnd(10)}${name.padEnd(52)}${linesPerCpuSecond.toLocaleString('en').padStart(12)}\n`;
  return (
    `Lines per CPU second in one thread, ${lines.toLocaleString('en')} lines, medians of ${rounds} rounds, ` +
    `caches empty at first; load before ${load.toFixed(1)}\n${rows.map(row).join('')}`
  );
}
