#!/usr/bin/env node
// Enrichments per CPU second: what is remembered, addresses and user agents seen for the first time, and loading the data.
// Run: npm run bench -- enrich [--json]
import { Buffer } from 'node:buffer';
import { parseArgs } from 'node:util';
import { createEnricher, loadReferenceData } from '#libs/reference';
import { logLine, simulateEstate } from '#libs/simulator';

const ROUNDS = 7;
const REQUESTS = 200_000;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});

const beforeLoad = process.memoryUsage.rss();
const started = process.cpuUsage();
const data = loadReferenceData();
const loadSeconds = cpuSecondsSince(started);
const loadMegabytes = (process.memoryUsage.rss() - beforeLoad) / 1e6;

const pairs = simulatedPairs();
const next = addresses();
let agents = 0;
const results = [
  measure('remembered: requests of a simulated day', (enrich) => {
    for (const line of pairs) {
      const tab = line.indexOf('\t');
      enrich(line.slice(0, tab), line.slice(tab + 1));
    }
    return pairs.length;
  }),
  measure('IPv4 addresses seen for the first time', (enrich) => {
    for (let index = 0; index < REQUESTS; index += 1) enrich(next.ipv4(), CHROME);
    return REQUESTS;
  }),
  measure('IPv6 addresses seen for the first time', (enrich) => {
    for (let index = 0; index < REQUESTS; index += 1) enrich(next.ipv6(), CHROME);
    return REQUESTS;
  }),
  measure('user agents seen for the first time', (enrich) => {
    for (let index = 0; index < REQUESTS / 10; index += 1)
      enrich('192.0.2.7', CHROME.replace('126', String((agents += 1))));
    return REQUESTS / 10;
  }),
];

const report = { rounds: ROUNDS, loadSeconds, loadMegabytes, results };
process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : table(report));

/** Address and user agent of each request, as text that shares memory with nothing else. */
function simulatedPairs() {
  const estate = simulateEstate({ seed: 1, start: Date.UTC(2026, 0, 5), hours: 24, scale: 1 });
  const result = [];
  for (const request of estate.requests()) {
    const [, address, agent] =
      /^(?:\S+ )?(\S+) \S+ \S+ \[.*"([^"]*)"$/.exec(logLine(request)) ?? [];
    if (agent !== undefined) result.push(Buffer.from(`${address}\t${agent}`).toString('latin1'));
    if (result.length >= REQUESTS) break;
  }
  return result;
}

function addresses() {
  let state = 1;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  const group = () => (random() >>> 16).toString(16);
  return {
    ipv4: () => [24, 16, 8, 0].map((shift) => (random() >>> shift) & 255).join('.'),
    ipv6: () => `2a0${(random() >>> 28).toString(16)}:${group()}:${group()}::${group()}`,
  };
}

function measure(name, run) {
  const enrich = createEnricher(data);
  const rates = [];
  run(enrich);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    const requests = run(enrich);
    rates.push(requests / cpuSecondsSince(before));
  }
  return { name, median: rates.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] };
}

function cpuSecondsSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function table({ results: rows, rounds, loadSeconds: seconds, loadMegabytes: megabytes }) {
  const row = ({ name, median }) =>
    `  ${name.padEnd(56)} ${Math.round(median).toLocaleString('en').padStart(10)}\n`;
  return (
    `Enrichments per CPU second, median of ${rounds} runs; loading the data took ` +
    `${seconds.toFixed(2)} s of CPU and ${megabytes.toFixed(0)} MB\n${rows.map(row).join('')}`
  );
}
