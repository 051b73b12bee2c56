import { type Figures, type Share } from '../scoring/figures.js';
import { type GroupFigures } from '../scoring/class-figures.js';
import { type Interval } from '../metrics/interval.js';
import { DETECTORS, type Detector } from '../scoring/scored-visitor.js';
import { type SetScore } from '../scoring/set-score.js';
import { type Page } from './page.js';
import { renderMethod } from './render-method.js';
import { type Target } from './targets.js';

const NAMES: Readonly<Record<Detector, string>> = {
  wherefore: '**Wherefore**',
  user_agents: 'user-agent list',
  thresholds: 'thresholds per address',
  isolation_forest: 'Isolation Forest',
};

/** The page as Markdown. */
export function renderPage(page: Page): string {
  const everything = [...page.pooled, ...page.sets];
  return [
    '# Scorecard',
    '',
    `Printed by \`${page.command}\`${page.commit === '' ? '' : ` at commit \`${page.commit}\``}. Every figure is of visitors, with its 95 % interval.`,
    ...absence(page),
    '',
    '## Targets',
    '',
    targetTable(page.targets),
    '',
    '## All sets together',
    '',
    setTable(page.pooled),
    '',
    '## By data set',
    '',
    setTable(page.sets),
    '',
    '## By intent class',
    '',
    groupTable('class in truth', everything, ({ classes }) => classes),
    '',
    '## By evasion',
    '',
    groupTable('evasion', page.pooled, ({ evasions }) => evasions),
    '',
    '## Time to detection',
    '',
    delayTable(everything),
    '',
    '## Innocents called malicious',
    '',
    accusedTable(page.sets),
    '',
    renderMethod(page.stepMinutes),
    '',
  ].join('\n');
}

function absence({ absent, failed }: Page): string[] {
  return [
    ...(absent.length === 0 ? [] : ['', `Absent, and not judged: ${absent.join(', ')}.`]),
    ...failed.map(({ name, why }) => `\nNot judged: ${name} (${why}).`),
  ];
}

const OUTCOMES = {
  reached: 'reached',
  missed: '**missed**',
  not_measured: 'not measured',
} as const;

function targetTable(targets: readonly Target[]): string {
  const rows = targets.map((one) => [
    one.what,
    `${one.direction === 'at_least' ? '≥' : '≤'} ${targetValue(one, one.bound)}`,
    `${targetValue(one, one.figure)}${one.counted === '' ? '' : ` (${one.counted})`}`,
    OUTCOMES[one.outcome],
  ]);
  return table(['what', 'target', 'measured', ''], rows);
}

const targetValue = (target: Target, value: number | null): string =>
  target.isCount === true && value !== null ? String(value) : percent(value);

function setTable(sets: readonly SetScore[]): string {
  const header = [
    'set',
    'by',
    'recall',
    '≥ 30 requests',
    'precision',
    'F1',
    'people',
    'verified bots',
    'apart',
  ];
  const rows = sets.flatMap((set) =>
    DETECTORS.map((detector, index) => [
      index === 0 ? `${set.name}, ${set.variant}` : '',
      NAMES[detector],
      ...figureCells(set.figures[detector]),
    ]),
  );
  return table(header, rows);
}

function figureCells(found: Figures): string[] {
  const { value, interval } = found.f1;
  return [
    shareCell(found.recall),
    shareCell(found.busyRecall),
    shareCell(found.precision),
    `${percent(value)}${range(interval)}`,
    shareCell(found.people),
    shareCell(found.verified),
    `${found.apart.part} of ${found.apart.of}`,
  ];
}

function groupTable(
  title: string,
  sets: readonly SetScore[],
  groupsOf: (set: SetScore) => readonly GroupFigures[],
): string {
  const header = [
    title,
    'set',
    'visitors',
    ...DETECTORS.map((one) => NAMES[one]),
    'right class',
    'called',
  ];
  const rows = sets.flatMap((set) =>
    groupsOf(set).map((group) => [
      group.name,
      `${set.name}, ${set.variant}`,
      String(group.visitors),
      shareCell(group.recall.wherefore),
      ...DETECTORS.slice(1).map((one) => percent(group.recall[one].share)),
      percent(group.named.share),
      called(group),
    ]),
  );
  return rows.length === 0 ? 'None.' : table(header, rows);
}

const called = ({ calledAs }: GroupFigures): string =>
  calledAs
    .slice(0, 3)
    .map(([name, visitors]) => `${name} ${visitors}`)
    .join(', ');

function delayTable(sets: readonly SetScore[]): string {
  const header = [
    'set',
    'by',
    'condemned',
    'median',
    'nine in ten within',
    'requests: median',
    'nine in ten',
  ];
  const rows = sets.flatMap((set) =>
    (['wherefore', 'thresholds'] as const).flatMap((detector) => {
      const { delay } = set.figures[detector];
      if (delay.visitors === 0) return [];
      return [
        [
          `${set.name}, ${set.variant}`,
          NAMES[detector],
          String(delay.visitors),
          duration(delay.medianSeconds),
          duration(delay.p90Seconds),
          String(delay.medianRequests ?? '–'),
          String(delay.p90Requests ?? '–'),
        ],
      ];
    }),
  );
  return rows.length === 0 ? 'None.' : table(header, rows);
}

function accusedTable(sets: readonly SetScore[]): string {
  const rows = sets.flatMap((set) =>
    set.accused.map(({ kind, calledAs, requests }) => [
      `${set.name}, ${set.variant}`,
      kind,
      calledAs,
      String(requests),
    ]),
  );
  return rows.length === 0 ? 'None.' : table(['set', 'who', 'called', 'requests'], rows);
}

const shareCell = ({ part, of, share, interval }: Share): string =>
  share === null ? '–' : `${percent(share)} (${part}/${of})${range(interval)}`;

const range = (interval: Interval | null): string =>
  interval === null
    ? ''
    : ` ${(interval.low * 100).toFixed(0)}–${(interval.high * 100).toFixed(0)}`;

const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(1)} %`;

function duration(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}

/** Labels are other people's text: what would end a cell is taken out. */
const cell = (text: string): string => text.replace(/[|\r\n]/g, ' ');

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), `|${header.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
