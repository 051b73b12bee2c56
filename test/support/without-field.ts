/** What can be left out of a simulated line, by its column in the event log. */
export type RemovableField =
  'http_response_status_code' | 'user_agent_original' | 'http_request_referer';

interface Removal {
  /** From a vhost_combined line. */
  readonly fromText: (line: string) => string;
  /** From the object of a JSON line. */
  readonly fromJson: (entry: Record<string, unknown>) => Record<string, unknown>;
}

const without =
  (key: string): Removal['fromJson'] =>
  (entry) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));

const QUOTED = String.raw`"[^"]*"`;
const STATUS = new RegExp(String.raw`" \d{3} (\d+ ${QUOTED} ${QUOTED})$`);
const REFERER = new RegExp(String.raw`${QUOTED} (${QUOTED})$`);
const AGENT = new RegExp(`${QUOTED}$`);

const REMOVALS: Readonly<Record<RemovableField, Removal>> = {
  http_response_status_code: {
    fromText: (line) => line.replace(STATUS, '" - $1'),
    fromJson: without('status'),
  },
  user_agent_original: {
    fromText: (line) => line.replace(AGENT, '"-"'),
    fromJson: without('http_user_agent'),
  },
  http_request_referer: {
    fromText: (line) => line.replace(REFERER, '"-" $1'),
    fromJson: without('http_referer'),
  },
};

/** The line as a log format without the field would write it. */
export function withoutField(line: string, field: RemovableField): string {
  const { fromText, fromJson } = REMOVALS[field];
  if (!line.startsWith('{')) return fromText(line);
  return JSON.stringify(fromJson(JSON.parse(line) as Record<string, unknown>));
}
