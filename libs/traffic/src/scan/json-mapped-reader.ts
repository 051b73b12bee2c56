import { type JsonFieldMap } from '../json-field-map.js';
import { type JsonRecord } from '../json-record.js';
import { type RecordReader } from '../json-log-format.js';
import { detailsOf } from '../raw-details.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { applyPlan, type JsonPlan } from './json-plan.js';
import { JsonPlans } from './json-plans.js';
import { headerText } from './json-headers.js';
import { emptyJsonRequest, type JsonRequest } from './json-request.js';
import { joinTarget } from './json-target.js';

/** Gives the fields of one object the meaning that its format gives them. */
export type JsonSettler = (
  request: RawRequest,
  record: JsonRecord,
  parts: JsonRequest,
) => RejectReason | null;

/** How the objects of one format are read by the names of their fields. */
export interface MappedFormat {
  /** Names that may differ in case, `_`, `-` and `:`. */
  readonly names: JsonFieldMap;
  /** Names to be met exactly; asked first. */
  readonly ownNames?: JsonFieldMap | undefined;
  /** Which instant `eventTime` is. */
  readonly timeKind: RawRequest['eventTimeKind'];
  /** The request header a top-level key stands for, `''` for none. */
  readonly headerOf?: (key: string) => string;
  /** Whether objects that do not say what was asked for are read all the same, being certainly this format's. */
  readonly certain?: boolean;
  /** What the format's fields mean beyond their names; may still reject. */
  readonly settle?: JsonSettler;
}

/** A reader of JSON objects by a field map. */
export function createMappedReader(format: MappedFormat): RecordReader {
  const { names, ownNames = {}, headerOf = () => '' } = format;
  const plans = new JsonPlans({ names, ownNames, headerOf });
  return (record) => {
    const plan = plans.planFor(record);
    const parts = emptyJsonRequest();
    applyPlan(plan, record, parts);
    const { request } = parts;
    settleTime(parts, format.timeKind);
    if (request.eventTime === 0) return 'missing_field:event_time';
    if (Number.isNaN(request.eventTime)) return 'bad_time';
    settleTarget(parts);
    const asked = request.target !== '' || plan.hasRequestLine || format.certain === true;
    if (!asked) return 'missing_field:request';
    if (Number.isNaN(request.status)) return 'bad_status';
    if (plan.headers.length > 0) readHeaderKeys(plan, record, request);
    if (request.details?.headers != null) fillFromHeaders(request, request.details.headers);
    return format.settle?.(request, record, parts) ?? request;
  };
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
function fillFromHeaders(request: RawRequest, headers: ReadonlyMap<string, string>): void {
  if (request.userAgent === '') request.userAgent = headers.get('user-agent') ?? '';
  if (request.referer === '') request.referer = headers.get('referer') ?? '';
  if (request.forwardedFor === '') request.forwardedFor = headers.get('x-forwarded-for') ?? '';
  if (request.requestId === '') request.requestId = headers.get('x-request-id') ?? '';
  if (request.host === '') request.host = headers.get('host') ?? '';
}
