import { type LogFormat } from '../log-format.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { variedTime } from '../scan/varied-time.js';

/**
 * Zoraxy: `2026/11/22 22:00:00 [2026-11-22 22:00:00.000000] [router:class] [origin:site] [client: address]
 * [useragent: text] METHOD target status`. Times are local, without a zone. The user agent stands unescaped in
 * its brackets, so the request is read from the right: its target has no spaces. Lines of other classes
 * (`[system:info] …`) are messages.
 */
export const zoraxy: LogFormat = {
  name: 'zoraxy',
  recognises: isZoraxyLine,
  createReader: (source) => {
    const utcOffsetMinutes = source.utcOffsetMinutes ?? 0;
    return (line) => readLine(line, utcOffsetMinutes);
  },
};

/** First characters keep other lines away from the expression. */
function isZoraxyLine(line: string): boolean {
  if (line.charCodeAt(0) !== 91 && line.charCodeAt(4) !== 47) return false;
  const start = START.exec(line);
  return start !== null && CLASS.test(line.slice(start[0].length, start[0].length + 80));
}

const CLASS = /^\[(?:router:|[\w-]{1,40}\] \[system:)/;

const START =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d )?\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?)\] /;

function readLine(line: string, utcOffsetMinutes: number): RawRequest | RejectReason {
  const start = START.exec(line);
  if (start === null) return 'unknown_format';
  const [all, time = ''] = start;
  if (!line.startsWith('[router:', all.length)) return 'skipped:message';
  const request = emptyRawRequest();
  request.eventTime = variedTime(time, utcOffsetMinutes);
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.eventTimeKind = 'end';
  const headEnd = readRequest(line, request);
  if (headEnd < 0) return 'missing_field:request';
  request.host = bracketed(line, '[origin:', headEnd);
  request.client = bracketed(line, '[client: ', headEnd) || bracketed(line, '[client ', headEnd);
  const agent = line.indexOf('[useragent: ');
  if (agent >= 0 && agent < headEnd) {
    request.userAgent = line.slice(agent + '[useragent: '.length, headEnd - 1).trim();
  }
  return request;
}

/** Reads `] METHOD target status` at the end of the line; the position behind the bracket, or -1. */
function readRequest(line: string, request: RawRequest): number {
  const beforeStatus = line.lastIndexOf(' ');
  const beforeTarget = line.lastIndexOf(' ', beforeStatus - 1);
  const beforeMethod = line.lastIndexOf('] ', beforeTarget - 1) + 1;
  const status = line.slice(beforeStatus + 1);
  if (beforeMethod < 1 || !/^\d{1,3}$/.test(status)) return -1;
  request.status = Number(status);
  request.method = line.slice(beforeMethod + 1, beforeTarget);
  request.target = line.slice(beforeTarget + 1, beforeStatus);
  request.requestLine = `${request.method} ${request.target}`;
  return /^[\w-]{1,32}$/.test(request.method) ? beforeMethod : -1;
}

/** The text behind a name that opens a bracket; the first such name, for the user agent stands last. */
function bracketed(line: string, name: string, before: number): string {
  const start = line.indexOf(name);
  if (start < 0 || start >= before) return '';
  const end = line.indexOf('] ', start);
  return end < 0 ? '' : line.slice(start + name.length, end).trim();
}
