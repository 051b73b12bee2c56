import Table from 'cli-table3';
import { PLAIN_TABLE } from '../report/plain-table.js';
import { type VerdictReport } from './verdict-report.js';

/** The results as one table for each group, since figures differ, and below them what did not hold. */
export function verdictReportTable(reports: readonly VerdictReport[]): string {
  const kinds = [...new Set(reports.map(kindOf))];
  const tables = kinds.map((kind) => tableOf(reports.filter((one) => kindOf(one) === kind)));
  const failures = reports.flatMap(({ fault, failures: all }) =>
    all.map((failure) => `✗ ${fault}: ${failure}`),
  );
  return [...tables, ...failures].join('\n\n');
}

/** Simulations have a table each. */
const kindOf = ({ group, fault }: VerdictReport): string =>
  group === 'simulations' ? fault : group;

function tableOf(reports: readonly VerdictReport[]): string {
  const names = [...new Set(reports.flatMap(({ figures }) => Object.keys(figures)))];
  const table = new Table({ head: ['fault', ...names, 's', ''], ...PLAIN_TABLE });
  for (const { fault, figures, seconds, ok } of reports)
    table.push([fault, ...names.map((name) => figures[name] ?? ''), seconds, ok ? '✓' : '✗']);
  return table.toString();
}
