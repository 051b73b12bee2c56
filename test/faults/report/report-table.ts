import Table from 'cli-table3';
import { type FaultReport } from './fault-report.js';
import { PLAIN_TABLE } from './plain-table.js';

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

/** The results as a table, what was noticed below it. */
export function reportTable(reports: readonly FaultReport[]): string {
  const table = new Table({ head: HEAD, ...PLAIN_TABLE });
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
