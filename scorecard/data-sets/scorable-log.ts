import { readFile } from 'node:fs/promises';
import { type LabelledVisitor, labelsText, readLabels } from '../labels/labelled-visitor.js';
import { logLines } from '../log/log-text.js';
import { readLogLine } from '../log/read-log-line.js';
import { maskLog } from '../masking/mask-log.js';
import { type DataSet } from './data-set.js';

export type Variant = 'plain' | 'masked';

/** A data set in one variant, in memory: what is judged, by the product and by the references alike. */
export interface ScorableLog {
  readonly name: string;
  readonly variant: Variant;
  /** For each log, in order, its lines (latin1). */
  readonly logs: readonly (readonly string[])[];
  /** CSV with a header. */
  readonly labels: string;
  readonly arguments: readonly string[];
}

/** Reads a data set as it is, and with its bots under mainstream user agents. */
export async function readScorableLog(dataSet: DataSet, variant: Variant): Promise<ScorableLog> {
  const { name, arguments: words } = dataSet;
  const logs = await Promise.all(dataSet.logs.map(logLines));
  const labels =
    dataSet.labels === undefined
      ? everybodyIsAPerson(logs)
      : await readFile(dataSet.labels, 'utf8');
  if (variant === 'plain') return { name, variant, logs, labels, arguments: words };
  const masked = maskLog(logs, readLabels(labels));
  return { name, variant, logs: masked.logs, labels: masked.labels, arguments: words };
}

/** Labels for a log of nothing but people: each browser of each address; what calls itself no browser is the site's own. */
function everybodyIsAPerson(logs: readonly (readonly string[])[]): string {
  const rows = new Map<string, Record<string, string>>();
  for (const line of logs.flat()) {
    const read = readLogLine(line);
    if (read === undefined) continue;
    const { address, userAgent } = read.request;
    const visitor = `${address}|${userAgent === '' ? '-' : userAgent}`;
    const isBrowser = userAgent.startsWith('Mozilla/');
    rows.set(visitor, { visitor, label: isBrowser ? 'human' : 'self', class: 'staff' });
  }
  return labelsText([...rows.values()]);
}

/** The labelled visitors of a scorable log. */
export const visitorsOf = ({ labels }: ScorableLog): LabelledVisitor[] => readLabels(labels);
