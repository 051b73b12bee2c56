import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { awsCount, awsStatus, awsText } from './aws-words.js';
import { loadBalancerUrl } from './load-balancer-url.js';
import { logTime } from './log-time.js';
import { unescapeLogged } from './quoted-text.js';
import { parseRequestLine } from './request-line.js';

/** Where an Elastic Load Balancing entry has what, the type in front of application balancers' taken off. */
const TIME = 0;
const CLIENT = 2;
const FIRST_TIMER = 4;
const STATUS = 7;
const RECEIVED = 9;
const SENT = 10;
const REQUEST = 11;
const USER_AGENT = 12;
const CIPHER = 13;
const PROTOCOL = 14;

/**
 * Reads what application and classic balancers log alike. The time is the end of the response, sizes
 * are totals with headers, the URL is the balancer's own and says which site was asked for.
 */
export function readAwsEntry(words: readonly string[]): RawRequest | RejectReason {
  if (words.length <= REQUEST) return 'unknown_format';
  const request = emptyRawRequest();
  request.eventTime = logTime(words[TIME]);
  request.eventTimeKind = 'end';
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.status = awsStatus(words, STATUS);
  if (Number.isNaN(request.status)) return 'bad_status';
  readClient(words[CLIENT] ?? '', request);
  readRequestLine(words[REQUEST] ?? '', request);
  request.requestSize = awsCount(words, RECEIVED);
  request.userAgent = awsText(words, USER_AGENT);
  request.durationMs = durationOf(words);
  const details = detailsOf(request);
  details.responseSize = awsCount(words, SENT);
  details.tlsCipher = awsText(words, CIPHER);
  details.tlsProtocol = awsText(words, PROTOCOL);
  return request;
}

/** `192.0.2.1:51234`; IPv6 is written without brackets, so the last colon is the one. */
function readClient(word: string, request: RawRequest): void {
  const colon = word.lastIndexOf(':');
  const port = /^\d{1,5}$/.test(word.slice(colon + 1)) ? Number(word.slice(colon + 1)) : NaN;
  if (colon < 0 || Number.isNaN(port)) {
    request.client = word === '-' ? '' : word;
    return;
  }
  request.client = word.slice(0, colon);
  detailsOf(request).clientPort = port;
}

function readRequestLine(logged: string, request: RawRequest): void {
  request.requestLine = logged.trim();
  const parts = parseRequestLine(logged) ?? withoutVersion(logged);
  const url = loadBalancerUrl(parts.target);
  if (url !== null) {
    request.scheme = url.scheme;
    request.host = url.host;
    request.port = url.port;
  }
  if (parts.method === '') return;
  request.method = parts.method;
  request.target = unescapeLogged(url === null ? parts.target : url.target);
  request.protocolVersion = parts.version;
}

/** `GET http://host:80/path`; of `- http://host:80- -`, which is no request, only the site can be told. */
function withoutVersion(logged: string): { method: string; target: string; version: '' } {
  const space = logged.indexOf(' ');
  const method = logged.slice(0, Math.max(space, 0));
  const url = logged.slice(space + 1).trimEnd();
  const isRequest = /^[A-Za-z][A-Za-z_-]{0,31}$/.test(method) && url.includes('://');
  if (isRequest) return { method, target: url, version: '' };
  const end = url.indexOf(' ');
  return { method: '', target: end < 0 ? url : url.slice(0, end), version: '' };
}

/** Request, target and response time together, or null where one was not measured (`-1`). */
function durationOf(words: readonly string[]): number | null {
  let seconds = 0;
  for (const word of words.slice(FIRST_TIMER, FIRST_TIMER + 3)) {
    if (word.length > 20 || !/^\d+(\.\d+)?$/.test(word)) return null;
    seconds += Number(word);
  }
  return Math.round(seconds * 1e6) / 1e3;
}
