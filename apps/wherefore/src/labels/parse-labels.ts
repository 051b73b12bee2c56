import { canonicalAddress } from '#libs/traffic';
import { parse } from 'csv-parse/sync';
import { CliError } from '../cli-error.js';
import { type Label } from './label.js';

/**
 * Reads labels: a CSV with a header that has at least `visitor` and `label`. `visitor` is an address (or a host name), or
 * `address|user agent`; `user_agent_contains`, `class`, `requests`, `campaign`, `kind` and `evasion` are read where they are
 * there.
 * @throws CliError LABELS_UNREADABLE
 */
export function parseLabels(csv: string): Label[] {
  const rows = records(csv);
  const columns = Object.keys(rows[0] ?? {});
  if (!columns.includes('visitor') || !columns.includes('label')) {
    throw unreadable('its first line has to name the columns, among them "visitor" and "label"');
  }
  return rows.map(toLabel);
}

function records(csv: string): Record<string, string>[] {
  try {
    return parse(csv, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

const unreadable = (why: string): CliError =>
  new CliError('LABELS_UNREADABLE', `The labels cannot be read: ${why}.`);

/** A label from the columns of its row. */
export function toLabel(row: Readonly<Record<string, string>>): Label {
  const column = (name: string): string => row[name] ?? '';
  const visitor = column('visitor');
  const bar = visitor.indexOf('|');
  const address = bar < 0 ? visitor : visitor.slice(0, bar);
  return {
    address: canonicalAddress(address) || address,
    userAgent: bar < 0 ? undefined : userAgentOf(visitor.slice(bar + 1)),
    userAgentContains: column('user_agent_contains') || undefined,
    label: column('label'),
    class: column('class'),
    requests: column('requests') === '' ? undefined : Number(column('requests')),
    campaign: column('campaign'),
    kind: column('kind'),
    evasion: column('evasion'),
  };
}

/** Logs write an absent user agent as `-`; events keep it as ''. */
const userAgentOf = (text: string): string => (text === '-' ? '' : text);
