import { type JsonRecord } from '../json-record.js';
import { type RecordReader } from '../json-log-format.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { applyPlan, type JsonPlan } from './json-plan.js';
import { JsonPlans } from './json-plans.js';
import { headerText } from './json-headers.js';
import { type MappedFormat } from './mapped-format.js';
import { emptyJsonRequest, type JsonRequest } from './json-request.js';
import { joinTarget } from './json-target.js';

/** A reader of JSON objects by a field map. */
export function createMappedReader(format: MappedFormat): RecordReader {
  const { names, ownNames = {}, headerOf = () => '', settle = () => null } = format;
  const plans = new JsonPlans({ names, ownNames, headerOf });
  const isCertain = format.certain ?? false;
  return (record) => {
    const plan = plans.planFor(record);
    const parts = emptyJsonRequest();
    applyPlan(plan, record, parts);
    settleTime(parts, format.timeKind);
    settleTarget(parts);
    const reason = lackOf(parts.request, isCertain || plan.hasRequestLine);
    if (reason !== null) return reason;
    if (plan.headers.length > 0) readHeaderKeys(plan, record, parts.request);
    fillFromHeaders(parts.request);
    return settle(parts.request, record, parts) ?? parts.request;
  };
}

/** What a request cannot do without. */
function lackOf(request: RawRequest, mayAskNothing: boolean): RejectReason | null {
  if (request.eventTime === 0) return 'missing_field:event_time';
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  if (request.target === '' && !mayAskNothing) return 'missing_field:request';
  return Number.isNaN(request.status) ? 'bad_status' : null;
}

/** Timestamps of whole seconds that are one apart may be a millisecond apart. */
const COARSE_MS = 1000;

function settleTime(parts: JsonRequest, kind: RawRequest['eventTimeKind']): void {
  const { request, startTime, endTime } = parts;
  request.eventTimeKind = kind;
  if (request.eventTime === 0 && startTime !== 0) {
    request.eventTime = startTime;
    request.eventTimeKind = 'start';
  } else if (request.eventTime === 0 && endTime !== 0) {
    request.eventTime = endTime;
    request.eventTimeKind = 'end';
  }
  if (request.durationMs === null && startTime !== 0 && endTime !== 0) {
    request.durationMs = span(startTime, endTime);
  }
}

/** The time between two instants; null where it would be made up from rounded seconds, or is none. */
function span(start: number, end: number): number | null {
  const duration = end - start;
  const coarse = start % COARSE_MS === 0 && end % COARSE_MS === 0 && duration <= COARSE_MS;
  return duration >= 0 && !coarse ? duration : null;
}

/** `url` alone, or path and query put together; the request line's target where neither is logged. */
function settleTarget(parts: JsonRequest): void {
  const { request, query } = parts;
  const path = parts.url === '' ? parts.path : parts.url;
  if (path !== '') request.target = joinTarget(path, query);
  if (request.requestLine === '' && request.target !== '') {
    request.requestLine = `${request.method} ${request.target}`;
  }
}

function readHeaderKeys(plan: JsonPlan, record: JsonRecord, request: RawRequest): void {
  const details = detailsOf(request);
  const headers = new Map(details.headers);
  for (const { key, header } of plan.headers) {
    const text = headerText(record[key]);
    if (text !== '') headers.set(header, text);
  }
  details.headers = headers.size === 0 ? null : headers;
}

/** What no field of its own told is taken from the headers. */
function fillFromHeaders(request: RawRequest): void {
  const headers = request.details?.headers;
  if (headers === undefined || headers === null) return;
  request.userAgent ||= told(headers, 'user-agent');
  request.referer ||= told(headers, 'referer');
  request.forwardedFor ||= told(headers, 'x-forwarded-for');
  request.requestId ||= told(headers, 'x-request-id');
  request.host ||= told(headers, 'host');
}

function told(headers: ReadonlyMap<string, string>, name: string): string {
  return headers.get(name) ?? '';
}
