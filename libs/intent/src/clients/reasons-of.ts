import { type ClientReport, type ExplainedComparison } from './client-report.js';
import { type HistoryComparison } from './compare-with-history.js';
import { ratios } from './ratios.js';

/** What of a report an analyst should look at, the gravest first. */
export function reasonsOf(report: Omit<ClientReport, 'reasons'>): readonly string[] {
  return [
    ...suspicionsOf(report),
    ...report.ratios.filter(({ deviates }) => deviates).map(ratioText),
    ...report.history.filter(({ deviates }) => deviates).map(historyText),
    ...breachesOf(report),
    ...(report.customerAddress?.findings ?? []).map((finding) => `customer's address: ${finding}`),
  ];
}

function suspicionsOf({ stance, suspects, subVisitors }: Omit<ClientReport, 'reasons'>): string[] {
  if (suspects.length === 0) return [];
  const classes = [...new Set(suspects.map((one) => one.class))].toSorted().join(', ');
  const count = `${suspects.length} behind it ${suspects.length === 1 ? 'is' : 'are'} malicious (${classes})`;
  return [stance === 'malicious' ? `${count}: nearly all of ${subVisitors}` : count];
}

function ratioText({ ratio, value, peers, explained }: ExplainedComparison): string {
  const { text, isShare } = ratios.find(({ name }) => name === ratio) ?? {
    text: ratio,
    isShare: false,
  };
  const why =
    explained === true ? 'the malicious ones behind it explain it' : 'nobody behind it explains it';
  return `${text}: ${figureText(value, isShare)}, peers ${figureText(peers ?? 0, isShare)}; ${why}`;
}

function historyText({ figure, value, usual, of, periods }: HistoryComparison): string {
  const isShare = figure !== 'requests';
  return `${figure.replaceAll('_', ' ')}: ${figureText(value, isShare)}, usually ${figureText(usual, isShare)} (same hours of ${periods} ${of}s)`;
}

function breachesOf({ unattended }: Omit<ClientReport, 'reasons'>): string[] {
  if (unattended === null || unattended.clearBreaches === 0) return [];
  const { clearBreaches, consentsInBreach } = unattended;
  return [
    `${clearBreaches} unattended accesses above the limit, under ${consentsInBreach} consent${consentsInBreach === 1 ? '' : 's'}`,
  ];
}

function figureText(value: number, isShare: boolean): string {
  if (isShare) return `${Math.round(value * 1000) / 10} %`;
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}
