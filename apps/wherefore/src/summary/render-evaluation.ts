import { type Evaluation, type FalseAlarm, type Innocents } from '../labels/evaluation.js';
import { type HitRate } from '../labels/hit-rate.js';
import { count, counted, duration, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { className } from './class-names.js';
import { table } from './table.js';

/** The comparison with the labels of a real log, as a person reads it. */
export function renderEvaluation(result: Evaluation, colours: Colours): string {
  const absent = result.absent === 0 ? '' : `, ${count(result.absent)} of them not in the log`;
  return [
    colours.bold(`${count(result.labelled)} labelled visitors compared${absent}`),
    '',
    recallTable(result),
    `  precision ${percent(result.precision)}, F1 ${percent(result.f1)}${delayText(result)}`,
    '',
    classTable(result),
    ...evasionTable(result),
    '',
    innocentTable(result),
    ...falseAlarms(result.falseAlarms, colours),
    '',
    natureTable(result),
  ].join('\n');
}

function recallTable({ badBots, byRequests }: Evaluation): string {
  const header = [
    'labelled bad bots',
    'visitors',
    'condemned',
    'recall',
    'requests',
    'of requests',
  ];
  const buckets = byRequests.map((one, index) => [
    requestsText(one.from, byRequests[index + 1]?.from),
    ...rates(one),
  ]);
  return table(header, [['all', ...rates(badBots)], ...buckets]);
}

function requestsText(from: number, next: number | undefined): string {
  if (next === undefined) return `with ${count(from)} requests or more`;
  return next === from + 1 ? `with ${counted(from, 'request')}` : `with ${from} to ${next - 1}`;
}

/** How soon, as the middle one of those condemned and the slowest tenth. */
function delayText({ delay }: Evaluation): string {
  const { medianSeconds, p90Seconds, medianRequests } = delay;
  if (medianSeconds === null || p90Seconds === null) return '';
  return `; condemned ${duration(medianSeconds)} after the first request (one in ten later than ${duration(p90Seconds)}), after ${counted(medianRequests ?? 0, 'request')}`;
}

function classTable({ classes }: Evaluation): string {
  return table(
    ['bad bots by class', 'visitors', 'condemned', 'recall', 'requests', 'of requests', 'called'],
    classes.map((one) => [className(one.class), ...rates(one), calledText(one.calledAs)]),
  );
}

const calledText = (calledAs: Readonly<Record<string, number>>): string =>
  Object.entries(calledAs)
    .slice(0, 3)
    .map(([name, visitors]) => `${printable(name, 20)} ${count(visitors)}`)
    .join(', ');

function evasionTable({ byEvasion }: Evaluation): string[] {
  const rows = Object.entries(byEvasion).map(([name, rate]) => [
    printable(name, 40),
    ...rates(rate),
  ]);
  const header = [
    'bad bots by evasion',
    'visitors',
    'condemned',
    'recall',
    'requests',
    'of requests',
  ];
  return rows.length === 0 ? [] : ['', table(header, rows)];
}

const rates = (one: HitRate): string[] => [
  count(one.visitors),
  count(one.caught),
  percent(one.rate),
  count(one.requests),
  percent(one.requestRate),
];

function innocentTable({ people, goodBots, apart }: Evaluation): string {
  const row = (name: string, { visitors, condemned, blocked }: Innocents): string[] => [
    name,
    count(visitors),
    count(condemned),
    count(blocked),
  ];
  return table(
    ['false alarms', 'visitors', 'condemned', 'blocked'],
    [
      row('people', people),
      row('good bots', goodBots),
      ...Object.entries(apart).map(([name, who]) => row(`${name} (apart)`, who)),
    ],
  );
}

function falseAlarms(alarms: readonly FalseAlarm[], { red }: Colours): string[] {
  return alarms.map(({ visitor, label, nature, class: threat, score, action, requests }) =>
    red(
      `  ${printable(visitor, 120)} (${label}): ${nature}, ${threat ?? 'no class'}, risk ${score}, ${action}, ${count(requests)} requests`,
    ),
  );
}

function natureTable({ natures }: Evaluation): string {
  const columns = [...new Set(Object.values(natures).flatMap((row) => Object.keys(row)))].sort();
  const rows = Object.entries(natures).map(([label, row]) => [
    label,
    ...columns.map((nature) => count(row[nature] ?? 0)),
  ]);
  return table(['label ↓ judged →', ...columns], rows);
}
