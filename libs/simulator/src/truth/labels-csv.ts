import { type VisitorLabel } from './visitor-label.js';

function field(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The labels as CSV (RFC 4180 quoting, \n line ends), times in ISO 8601, with a header. */
export function labelsCsv(labels: readonly VisitorLabel[]): string {
  const rows = labels.map((label) =>
    [
      field(label.visitor),
      label.label,
      label.class,
      label.campaign,
      label.kind,
      String(label.requests),
      new Date(label.first).toISOString(),
      new Date(label.last).toISOString(),
      label.evasion,
    ].join(','),
  );
  return ['visitor,label,class,campaign,kind,requests,first,last,evasion', ...rows, ''].join('\n');
}
