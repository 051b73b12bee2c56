import Table, { type TableConstructorOptions } from 'cli-table3';
import { type FaultReport } from './fault-report.js';

const HEAD = [
  'fault',
  'injected',
  'expected',
  'found',
  'lost',
  'doubled',
  'gaps',
  'stuck',
  'burned',
  'recovery p50/p95/max ms',
  'MiB',
  's',
  '',
];

const PLAIN: TableConstructorOptions = {
  chars: { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' },
  style: { head: [], border: [], compact: true },
};

/** The results as a table, what was noticed below it. */
export function reportTable(reports: readonly FaultReport[]): string {
  const table = new Table({ head: HEAD, ...PLAIN });
  for (const report of reports) table.push(rowOf(report));
  const remarks = reports.flatMap(({ fault, notes, failures }) => [
    ...failures.map((failure) => `✗ ${fault}: ${failure}`),
    ...notes.map((note) => `  ${fault}: ${note}`),
  ]);
  return [table.toString(), ...remarks].join('\n');
}

function rowOf(report: FaultReport): (string | number)[] {
  const { recoveryMs: times } = report;
  return [
    `${report.fault} ${report.name}`,
    report.injected,
    report.expected,
    report.found,
    report.lost,
    report.duplicated,
    report.gaps,
    report.stuck,
    report.burnedTokens,
    times === null ? '' : `${times.p50} / ${times.p95} / ${times.max}`,
    report.memoryMiB || '',
    report.seconds,
    report.ok ? '✓' : '✗',
  ];
}
