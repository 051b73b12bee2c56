#!/usr/bin/env node
// Lines per CPU second of the line parser, against one anchored regular expression in the same run.
// Run: npm run bench -- parse [--lines N] [--json]
import { createHmac } from 'node:crypto';
import { parseArgs } from 'node:util';
import { logLine, simulateEstate } from '#libs/simulator';
import { createLineParser } from '#libs/traffic';

const ROUNDS = 5;
const REFERENCE =
  /^(?:\S+:\d+ )?(\S+) \S+ (.+?) \[([^\]]+)\] "([^"]*)" (\d{3}|-) (\d+|-) "([^"]*)" "([^"]*)"/;

const { values: options } = parseArgs({
  options: { lines: { type: 'string', default: '200000' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const lines = simulatedLines(Number(options.lines));
const keyedHash = (value) => createHmac('sha256', 'bench').update(value).digest('hex').slice(0, 16);

const parsers = {
  'line parser (fields, template, role, probe, redaction)': () => {
    const parse = createLineParser({ name: 'bench', format: 'auto' }, keyedHash);
    return (line) => parse(line).kind === 'event';
  },
  'reference: one regular expression, fields only': () => (line) => REFERENCE.exec(line) !== null,
};

const results = Object.entries(parsers).map(([name, create]) => ({ name, create, rates: [] }));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const result of results) result.rates.push(linesPerCpuSecond(result.create()));
}
const [ours, reference] = results.map(({ name, rates }) => ({ name, median: median(rates) }));
const report = {
  lines: lines.length,
  rounds: ROUNDS,
  ours,
  reference,
  ratio: ours.median / reference.median,
};
process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));

function simulatedLines(count) {
  const estate = simulateEstate({ seed: 1, start: Date.UTC(2026, 0, 5), hours: 24, scale: 1 });
  const result = [];
  for (const request of estate.requests()) {
    if (request.source === 'shop' || request.source === 'news') result.push(logLine(request));
    if (result.length >= count) break;
  }
  return result;
}

function linesPerCpuSecond(parse) {
  const before = process.cpuUsage();
  let parsed = 0;
  for (const line of lines) if (parse(line)) parsed += 1;
  const { user, system } = process.cpuUsage(before);
  if (parsed === 0) throw new Error('the parser understood no line');
  return (lines.length / (user + system)) * 1e6;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function table({ ours: us, reference: them, ratio, lines: count, rounds }) {
  const row = ({ name, median: rate }) =>
    `  ${name.padEnd(56)} ${Math.round(rate).toLocaleString('en').padStart(10)}\n`;
  return (
    `Lines per CPU second, ${count.toLocaleString('en')} combined lines, median of ${rounds} paired runs\n` +
    `${row(us)}${row(them)}  ratio ${ratio.toFixed(2)}\n`
  );
}
