import Table from 'cli-table3';

const WHOLE = (value) => (value === null ? '' : Math.round(value).toLocaleString('en'));
const SECONDS = (value) => (value === null ? '' : value.toFixed(1));
const COLUMNS = [
  ['lines per CPU second', ({ linesPerCpuSecond }) => WHOLE(linesPerCpuSecond)],
  ['warm', ({ warmLinesPerCpuSecond }) => WHOLE(warmLinesPerCpuSecond)],
  ['lines per second', ({ linesPerSecond }) => WHOLE(linesPerSecond)],
  ['program s', ({ workerSeconds }) => SECONDS(workerSeconds)],
  ['ClickHouse s', ({ clickhouseSeconds }) => SECONDS(clickhouseSeconds)],
  ['merging after, s', ({ mergeSeconds }) => SECONDS(mergeSeconds)],
  ['broker s', ({ brokerSeconds }) => SECONDS(brokerSeconds)],
  ['peak MiB', ({ peakMemoryMiB }) => WHOLE(peakMemoryMiB)],
];
const NO_BORDERS = Object.fromEntries(
  `top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid
  right right-mid`
    .split(/\s+/)
    .map((part) => [part, '']),
);

/** The report for a terminal: figures, ratios, and what each contestant leaves out. */
export function table(result) {
  return [
    `${heading(result)}\n`,
    figures(result.results),
    '\nOurs in lines per CPU second, as a multiple of',
    ...result.ratios.map(
      ({ ours, theirs, ratio }) =>
        `  ${ours.padEnd(16)} / ${theirs.padEnd(19)} ${ratio.toFixed(2)}`,
    ),
    '\nWhat they do not do',
    ...shortcomings(result.results),
    '',
  ].join('\n');
}

/** Contestants that lack the same are named together. */
function shortcomings(results) {
  const whose = new Map();
  for (const { name, lacks } of results) {
    if (lacks !== '') whose.set(lacks, [...(whose.get(lacks) ?? []), name]);
  }
  return [...whose].map(([lacks, names]) => `  ${names.join(', ')}: ${lacks}`);
}

function heading({ log, rounds, codec, machine }) {
  const count = (value) => value.toLocaleString('en');
  return [
    `${count(log.lines)} lines of ${count(log.addresses)} addresses, ${count(log.visitors)} visitors, ${count(log.requestLines)} request lines;`,
    `combined ${count(log.bytes.combined)} bytes, JSON ${count(log.bytes.json)} bytes; Kafka codec ${codec};`,
    `medians of ${rounds} paired runs on ${machine.processors} processors (${machine.model}), load before ${machine.loadBefore.toFixed(1)}`,
  ].join('\n');
}

function figures(results) {
  const rows = new Table({
    head: ['', ...COLUMNS.map(([name]) => name)],
    chars: { ...NO_BORDERS, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', ...COLUMNS.map(() => 'right')],
  });
  for (const result of results) {
    const name = `${result.name}: ${result.what}${result.lines && result.lines < 1e5 ? ` (${result.lines})` : ''}`;
    if (result.missing === '') rows.push([name, ...COLUMNS.map(([, value]) => value(result))]);
    else rows.push([name, { colSpan: COLUMNS.length, content: result.missing }]);
  }
  return rows.toString();
}
