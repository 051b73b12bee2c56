import { type Evaluation, type FalseAlarm, type Innocents } from '../labels/evaluation.js';
import { type HitRate } from '../labels/hit-rate.js';
import { count, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { className } from './class-names.js';
import { table } from './table.js';

/** The comparison with the labels of a real log, as a person reads it. */
export function renderEvaluation(
  result: Evaluation,
  busyRequests: number,
  colours: Colours,
): string {
  const absent = result.absent === 0 ? '' : `, ${count(result.absent)} of them not in the log`;
  return [
    colours.bold(`${count(result.labelled)} labelled visitors compared${absent}`),
    '',
    recallTable(result, busyRequests),
    '',
    table(
      ['bad bots by class', 'visitors', 'condemned', 'recall', 'requests', 'of requests'],
      result.classes.map((one) => [className(one.class), ...rates(one)]),
    ),
    '',
    innocentTable(result),
    ...falseAlarms(result.falseAlarms, colours),
    '',
    natureTable(result),
  ].join('\n');
}

function recallTable({ badBots, busyBadBots }: Evaluation, busyRequests: number): string {
  const header = [
    'labelled bad bots',
    'visitors',
    'condemned',
    'recall',
    'requests',
    'of requests',
  ];
  return table(header, [
    ['all', ...rates(badBots)],
    [`with ${busyRequests} requests or more`, ...rates(busyBadBots)],
  ]);
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
