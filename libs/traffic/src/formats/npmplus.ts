import { type LogFormat } from '../log-format.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { createClfReader } from '../scan/clf-family.js';
import { clfTime } from '../scan/clf-time.js';
import { closingQuote, unescapeLogged } from '../scan/quoted-text.js';
import { parseRequestLine } from '../scan/request-line.js';

/**
 * NPMplus: `[time] host client seconds "request" status body-bytes request-bytes referer user agent`, the last
 * two without quotes. The time is the end of the request.
 */
export const npmplus: LogFormat = {
  name: 'npmplus',
  recognises: (line) => line.charCodeAt(0) === 91 && matchLine(line) !== null,
  createReader: (source) => {
    const readOthers = createClfReader(source, 'guess');
    return (line, context) => {
      const match = line.charCodeAt(0) === 91 ? matchLine(line) : null;
      return match === null ? readOthers(line, context) : readLine(line, match);
    };
  },
};

const HEAD =
  /^\[(\d\d\/[A-Z][a-z]{2}\/\d{4}:[\d:]{8} [+-]\d{4})\] (\S{1,260}) (\S{1,80}) (\d{1,9}\.\d{3}|-) "/;
const COUNTS = /^ (\d{3}|-) (\d{1,15}|-) (\d{1,15}|-) (\S{1,8192})(?: (.*))?$/;

interface Match {
  readonly head: RegExpExecArray;
  readonly requestEnd: number;
  readonly counts: RegExpExecArray;
}

function matchLine(line: string): Match | null {
  const head = HEAD.exec(line);
  if (head === null) return null;
  const requestEnd = closingQuote(line, head[0].length);
  const counts = requestEnd < 0 ? null : COUNTS.exec(line.slice(requestEnd + 1));
  return counts === null ? null : { head, requestEnd, counts };
}

function readLine(line: string, { head, requestEnd, counts }: Match): RawRequest | RejectReason {
  const request = emptyRawRequest();
  request.eventTime = clfTime(known(head[1]));
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.eventTimeKind = 'end';
  request.host = known(head[2]);
  request.client = known(head[3]);
  const seconds = number(head[4]);
  request.durationMs = seconds === null ? null : Math.round(seconds * 1e3);
  applyRequestLine(line.slice(head[0].length, requestEnd), request);
  request.status = number(counts[1]) ?? 0;
  request.responseBodySize = number(counts[2]);
  request.requestSize = number(counts[3]);
  request.referer = unescapeLogged(known(counts[4]));
  request.userAgent = unescapeLogged(known(counts[5]));
  return request;
}

function known(text: string | undefined): string {
  return text === undefined || text === '-' ? '' : text;
}

function number(text: string | undefined): number | null {
  return known(text) === '' ? null : Number(text);
}

function applyRequestLine(logged: string, request: RawRequest): void {
  request.requestLine = logged;
  const parts = parseRequestLine(logged);
  if (parts === null) return;
  request.method = parts.method;
  request.target = unescapeLogged(parts.target);
  request.protocolVersion = parts.version;
}
