import { type VerdictFaultResult } from './run-verdict-fault.js';

const COLUMNS = ['fault', 'published', 'in force kept', 'alert', 'after the repair', ''] as const;

/** What came of the faults, as a table of text. */
export function verdictFaultTable(results: readonly VerdictFaultResult[]): string {
  const rows = results.map(({ name, published, kept, inForce, alerts, afterwards, ok }) => [
    name,
    String(published),
    `${kept} of ${inForce}`,
    alerts.join(', '),
    `${afterwards} published`,
    ok ? 'ok' : 'FAILED',
  ]);
  const widths = COLUMNS.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [COLUMNS, ...rows].map(line).join('\n');
}
