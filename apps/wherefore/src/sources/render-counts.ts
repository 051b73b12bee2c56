import { count, counted } from '../terminal/numbers.js';
import { type SampleCounts } from './sample-counts.js';

/** What a whole sample came to, for a person. */
export function renderCounts(counts: SampleCounts): string {
  const { records, events, rejected } = counts;
  const rows: [string, ReadonlyMap<string, number>][] = [
    ['format', counts.formats],
    ['client', counts.clients],
    ['redacted', counts.redactions],
    ['no request', counts.reasons],
  ];
  return [
    `${counted(records, 'record')}: ${counted(events, 'request')}, ${count(rejected)} rejected`,
    ...rows
      .filter(([, numbers]) => numbers.size > 0)
      .map(([title, numbers]) => `  ${title.padEnd(10)}  ${listed(numbers)}`),
  ].join('\n');
}

function listed(numbers: ReadonlyMap<string, number>): string {
  const sorted = [...numbers].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, number]) => `${name} ${count(number)}`).join(', ');
}
