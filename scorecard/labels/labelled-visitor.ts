import { parse } from 'csv-parse/sync';

/** A row of a labels file: its columns, and which requests are this visitor's. */
export interface LabelledVisitor {
  readonly columns: Readonly<Record<string, string>>;
  readonly address: string;
  /** Where the label names one: '' is an absent user agent. */
  readonly userAgent: string | undefined;
  readonly userAgentContains: string | undefined;
  /** human, good_bot, bad_bot, neutral_bot, self, unknown, ... */
  readonly label: string;
}

/** Reads a labels file: CSV with a header, `visitor` being an address or `address|user agent`. */
export function readLabels(csv: string): LabelledVisitor[] {
  const rows: Record<string, string>[] = parse(csv, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map((columns) => {
    const visitor = columns['visitor'] ?? '';
    const bar = visitor.indexOf('|');
    const agent = bar < 0 ? undefined : visitor.slice(bar + 1);
    return {
      columns,
      address: bar < 0 ? visitor : visitor.slice(0, bar),
      userAgent: agent === '-' ? '' : agent,
      userAgentContains: present(columns['user_agent_contains']),
      label: columns['label'] ?? '',
    };
  });
}

const present = (text = ''): string | undefined => (text === '' ? undefined : text);

/** How the product names this visitor in its answers. */
export const visitorName = ({ address, userAgent, userAgentContains }: LabelledVisitor): string =>
  [address, userAgent ?? userAgentContains].filter((part) => part !== undefined).join('|');

/** A labels file again; a field is quoted where it has to be (RFC 4180). */
export function labelsText(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((name) => field(row[name] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

const field = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
