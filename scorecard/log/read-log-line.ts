import { type LoggedRequest } from './logged-request.js';

/** A request and how to write its line with another user agent. */
export interface LogLine {
  readonly request: LoggedRequest;
  readonly withUserAgent: (userAgent: string) => string;
}

/**
 * Reads a line of the common, combined or vhost_combined format (with whatever follows, after a syslog head or without), or of
 * nginx's JSON. A reader of its
 * own, not the product's: the references must not inherit a mistake of the product.
 * @returns undefined for lines that are neither
 */
export function readLogLine(line: string): LogLine | undefined {
  return line.startsWith('{') ? readJson(line) : readCombined(line);
}

const QUOTED = String.raw`"((?:[^"\\]|\\.)*)"`;
const COMBINED = new RegExp(
  String.raw`^(?:\w{3} +\d+ [\d:]{8} \S+ \S+: )?(?:([\w.-]+:\d+) )?(\S+) \S+ .*?\[([^\]]+)\] ${QUOTED} (\d{3}) \S+(?: ${QUOTED} ${QUOTED})?`,
  'd',
);

function readCombined(line: string): LogLine | undefined {
  const match = COMBINED.exec(line);
  if (!match) return undefined;
  const span = match.indices?.[7];
  const [, host = '', address = '', time = '', requestLine = '', status, referer, agent] = match;
  return {
    request: {
      address,
      time: apacheTime(time),
      ...requestParts(requestLine),
      status: Number(status),
      host: host.replace(/:\d+$/, ''),
      referer: present(referer),
      userAgent: present(agent),
    },
    withUserAgent: (other) =>
      span === undefined ? line : line.slice(0, span[0]) + other + line.slice(span[1]),
  };
}

const present = (text = ''): string => (text === '-' ? '' : text);

function requestParts(line: string): Pick<LoggedRequest, 'method' | 'target' | 'protocol'> {
  const [, method, target, protocol] = /^([A-Z]+) (.*?)(?: (HTTP\/[\d.]+))?$/.exec(line) ?? [];
  return method === undefined
    ? { method: '', target: line, protocol: '' }
    : { method, target: target ?? '', protocol: protocol ?? '' };
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** `28/Oct/2023:13:45:01 +0200` in milliseconds since the epoch; NaN where it is none. */
export function apacheTime(text: string): number {
  const [, day, month = '', year, clock, zone = ''] =
    /^(\d{2})\/(\w{3})\/(\d{4}):([\d:]{8}) ([+-]\d{4})$/.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0');
  return Date.parse(`${year}-${number}-${day}T${clock}${zone.slice(0, 3)}:${zone.slice(3)}`);
}

function readJson(line: string): LogLine | undefined {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    request: {
      address: text('remote_addr'),
      time: Number(fields['msec']) * 1_000,
      method: text('request_method'),
      target: text('request_uri'),
      protocol: text('server_protocol'),
      status: Number(fields['status']),
      host: text('host'),
      referer: text('http_referer'),
      userAgent: text('http_user_agent'),
    },
    withUserAgent: (other) => JSON.stringify({ ...fields, http_user_agent: other }),
  };
}
