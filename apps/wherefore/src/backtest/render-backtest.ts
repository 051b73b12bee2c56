import { className } from '../summary/class-names.js';
import { table } from '../summary/table.js';
import { count, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { type BacktestReport, type Tally } from './backtest-report.js';
import { type Disagreement } from './compare-changes.js';

const MOST_SHOWN = 20;

/** The report as a person reads it. */
export function renderBacktest(report: BacktestReport, colours: Colours): string {
  const { total, classes, sites, live, agreement } = report;
  const where = report.site === null ? '' : ` on ${printable(report.site, 80)}`;
  return [
    colours.bold(`Verdicts from ${day(report.from)} to ${day(report.until)}${where}`),
    '',
    tallies('for', [total, ...classes], className),
    '',
    tallies('on', sites, (name) => printable(name, 60)),
    '',
    colours.bold('Compared with what was live'),
    '',
    tallies('', [{ ...total, name: 'backtest' }, live], (name) => name),
    `  ${count(agreement.same)} of ${count(agreement.decisions)} decisions are the same (${percent(agreement.share)})`,
    ...agreement.disagreements.slice(0, MOST_SHOWN).map((one) => `  ${disagreementText(one)}`),
    ...moreText(agreement.disagreements.length - MOST_SHOWN),
  ].join('\n');
}

function tallies(label: string, rows: readonly Tally[], nameOf: (name: string) => string): string {
  const header = [
    label,
    'condemned',
    'first',
    'visitors hit',
    'people',
    'verified bots',
    'requests stopped',
    'hindered',
  ];
  return table(
    header,
    rows.map((row) => [
      row.name === 'all' ? 'all' : nameOf(row.name),
      count(row.condemned),
      row.firstAt === null ? '–' : day(row.firstAt),
      count(row.hit),
      count(row.people),
      count(row.verifiedBots),
      count(row.stopped),
      count(row.hindered),
    ]),
  );
}

function disagreementText({ asOf, keyType, key, backtest, live }: Disagreement): string {
  return `${day(asOf)}  ${keyType} ${printable(key, 80)}: ${backtest ?? 'nothing'}, live: ${live ?? 'nothing'}`;
}

const moreText = (more: number): string[] =>
  more > 0 ? [`  and ${count(more)} more: --json shows all`] : [];

const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
