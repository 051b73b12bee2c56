import { type ClientReport } from '#libs/intent';
import { table } from '../summary/table.js';
import { count, counted, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';

/** Everything about one API client. */
export function renderClient(report: ClientReport, asOf: number): string {
  return [
    `${printable(report.client)}, the day until ${new Date(asOf).toISOString()}`,
    '',
    ...(report.reasons.length === 0
      ? ['Nothing about it asks for a look.']
      : report.reasons.map((reason) => `- ${printable(reason, 200)}`)),
    ...ratiosOf(report),
    ...suspectsOf(report),
    ...unattendedOf(report),
    ...addressesOf(report),
  ].join('\n');
}

function ratiosOf({ ratios }: ClientReport): string[] {
  if (ratios.length === 0) return [];
  const rows = ratios.map(({ ratio, value, peers, rank, deviates, explained }) => [
    ratio.replaceAll('_', ' '),
    figure(value),
    peers === null ? '–' : figure(peers),
    percent(rank),
    deviates ? `deviates${explained === true ? ', explained by those below' : ''}` : '',
  ]);
  return ['', table(['ratio', 'value', 'peers', 'rank', ''], rows)];
}

function suspectsOf({ suspects, suspiciousRequests, requests }: ClientReport): string[] {
  if (suspects.length === 0) return [];
  const rows = suspects.map((one) => [
    printable(one.key, 90),
    one.kind.replaceAll('_', ' '),
    one.class,
    String(one.score),
    count(one.requests),
    printable(one.reason, 120),
  ]);
  return [
    '',
    `Malicious behind it (${percent(suspiciousRequests / requests)} of its calls):`,
    table(['visitor key', 'told apart by', 'class', 'score', 'calls', 'mainly because it'], rows),
  ];
}

function unattendedOf({ unattended }: ClientReport): string[] {
  if (unattended === null) return ['', 'The log does not show which calls a customer attended.'];
  const { consents, accesses, breaches, clearBreaches, worst } = unattended;
  const rows = worst.map((one) => [
    printable(one.consent, 70),
    count(one.peak),
    count(one.breaches),
  ]);
  return [
    '',
    `Unattended: ${count(accesses)} accesses under ${counted(consents, 'consent')}; above four in 24 hours: ${count(breaches)}, clearly ${count(clearBreaches)}.`,
    ...(rows.length === 0 ? [] : [table(['consent', 'most in 24 h', 'above'], rows)]),
  ];
}

function addressesOf({ customerAddress: quality }: ClientReport): string[] {
  if (quality === null) return [];
  return [
    '',
    `Customers' addresses: ${count(quality.addresses)}; missing where a customer has to be there ${percent(quality.missing)}, one for many people ${percent(quality.constant)}, private ${percent(quality.private)}, of servers ${percent(quality.ofServers)}.`,
  ];
}

function figure(value: number): string {
  return value >= 100 ? count(value) : value.toFixed(3);
}
