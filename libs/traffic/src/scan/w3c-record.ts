import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { detailsOf } from '../details-of.js';
import { type RejectReason } from '../reject-reason.js';
import { logTime } from './log-time.js';
import { type W3cEncoding } from './w3c-text.js';

/** What a producer of W3C extended logs does in its own way. */
export interface W3cDialect {
  readonly encoding: W3cEncoding;
  /** Unit of a whole number under `time-taken`: IIS counts milliseconds, CloudFront and NetScaler seconds. */
  readonly timeTakenIn: 'ms' | 's';
  /** Zone of `date-local`, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
}

const MINUTE = 60_000;

/**
 * One entry of a W3C extended log while its columns are read, in whatever order they come; `finish`
 * puts together what stands in several of them. Absent text is `''`.
 */
export class W3cRecord {
  readonly request: RawRequest = emptyRawRequest();
  date = '';
  time = '';
  isLocalTime = false;
  /** Milliseconds since the epoch, where one column holds the whole instant. */
  instant: number | null = null;
  /** Whether `instant` is finer than date and time; else it may be when a shipper read the entry. */
  isInstantExact = false;
  uri = '';
  stem = '';
  query = '';
  timeTaken = '';
  timeTakenIn: 'ms' | 's';
  /** `cs-host`: CloudFront's own name for the site, where `x-host-header` says which one was asked for. */
  host = '';
  /** Why the server itself ended a connection; set where no request need have come. */
  serverReason = '';
  isBadStatus = false;
  /** How the word now read is written. */
  encoding: W3cEncoding;

  constructor(private readonly dialect: W3cDialect) {
    this.timeTakenIn = dialect.timeTakenIn;
    this.encoding = dialect.encoding;
  }

  /** Notes a request header by its lower-case name. */
  addHeader(name: string, value: string): void {
    const details = detailsOf(this.request);
    const headers = (details.headers as Map<string, string> | null) ?? new Map<string, string>();
    headers.set(name, value);
    details.headers = headers;
  }

  /** The request, or why it is none; `logDate` is the day of entries that give only the time of day. */
  finish(logDate: string): RawRequest | RejectReason {
    const { request } = this;
    const at = this.at(logDate);
    if (at === null) return 'missing_field:event_time';
    if (Number.isNaN(at)) return 'bad_time';
    if (this.isBadStatus) return 'bad_status';
    request.eventTime = at;
    request.eventTimeKind = 'end';
    request.durationMs = this.duration();
    if (request.host === '') request.host = this.host;
    request.target = this.target();
    if (request.target === '' && request.method === '' && this.serverReason !== '') {
      return 'skipped:message';
    }
    if (request.target.charCodeAt(0) !== SLASH) {
      request.requestLine = `${request.method} ${request.target}`.trim();
    }
    return request;
  }

  private at(logDate: string): number | null {
    const isWhole = this.date !== '' && this.time !== '';
    if (this.instant !== null && (this.isInstantExact || !isWhole)) return this.instant;
    return this.instantOf(this.date === '' ? logDate : this.date);
  }

  private instantOf(date: string): number | null {
    if (date === '' || this.time === '') return null;
    const at = logTime(`${date} ${this.time}`);
    return this.isLocalTime ? at - this.dialect.utcOffsetMinutes * MINUTE : at;
  }

  /** Milliseconds; a fraction is always one of seconds (the draft's `fixed`, as Tomcat and WebLogic write it). */
  private duration(): number | null {
    if (!/^\d{1,12}(\.\d{1,9})?$/.test(this.timeTaken)) return null;
    const inSeconds = this.timeTakenIn === 's' || this.timeTaken.includes('.');
    return inSeconds ? Math.round(Number(this.timeTaken) * 1e6) / 1e3 : Number(this.timeTaken);
  }

  private target(): string {
    if (this.stem !== '') return withQuery(plainPath(this.stem, this.encoding), this.query);
    return this.uri === '' ? '' : withQuery(this.siteTarget(this.uri), this.query);
  }

  /** `/path` as it is; of `host/path` and `http://host/path`, which the server put together, the path. */
  private siteTarget(uri: string): string {
    if (uri.charCodeAt(0) === SLASH || uri === '*') return uri;
    const scheme = uri.indexOf('://');
    const start = scheme < 0 ? 0 : scheme + 3;
    const slash = uri.indexOf('/', start);
    const end = slash < 0 ? uri.length : slash;
    if (this.request.host === '') this.request.host = uri.slice(start, end);
    if (this.request.scheme === '' && scheme > 0) {
      this.request.scheme = uri.slice(0, scheme).toLowerCase();
    }
    return slash < 0 ? '/' : uri.slice(slash);
  }
}

const SLASH = 47;

/** IIS writes the path decoded: a `?` in it is part of the path. */
function plainPath(stem: string, encoding: W3cEncoding): string {
  return encoding === 'plus' ? stem.replaceAll('?', '%3F') : stem;
}

/** Some producers log the query with the path as well as by itself. */
function withQuery(path: string, query: string): string {
  if (query === '' || path.includes('?')) return path;
  return `${path}?${query.charCodeAt(0) === QUESTION ? query.slice(1) : query}`;
}

const QUESTION = 63;
