import { type ClientReport } from '#libs/intent';
import { table } from '../summary/table.js';
import { count, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';

const HEADER = [
  'API client',
  'calls',
  'usually',
  'rank',
  'attended',
  'cost',
  'behind it',
  'suspicious',
  'breaches',
  'look at',
];

/** All API clients, one line each, and below what there is to look at. */
export function renderClients(reports: readonly ClientReport[]): string {
  if (reports.length === 0) return 'No API client was seen yet.';
  const rows = reports.map((one) => [
    printable(one.client, 40),
    count(one.requests),
    one.usualRequests === null ? '–' : count(one.usualRequests),
    percent(one.volumeRank),
    percent(one.attendedShare),
    percent(one.costShare),
    count(one.subVisitors),
    count(one.suspects.length),
    one.unattended === null ? '–' : count(one.unattended.clearBreaches),
    String(one.reasons.length),
  ]);
  const reasons = reports.flatMap(({ client, reasons: ofClient }) =>
    ofClient.map((reason) => `  ${printable(client, 40)}: ${printable(reason, 200)}`),
  );
  const below =
    reasons.length === 0
      ? ['Nothing about any of them asks for a look.']
      : ['Look at:', ...reasons];
  return [table(HEADER, rows), '', ...below].join('\n');
}
