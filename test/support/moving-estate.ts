import { type StoredLine } from '#libs/store';
import { type AccessEvent } from '#libs/traffic';
import fc from 'fast-check';
import { anEvent } from './log-rows.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** First event of a stream, and how long it goes on: past noon, when paths are learned anew. */
export const ESTATE_START = Date.UTC(2026, 2, 14, 6, 30);
const ESTATE_MS = 6.5 * HOUR_MS;

type Target = readonly [path: string, template: string, role: AccessEvent['urlPathRole']];

const TARGETS: readonly Target[] = [
  ['/', '/', 'other'],
  ['/product/1', '/product/{id}', 'item'],
  ['/product/2', '/product/{id}', 'item'],
  ['/products', '/products', 'listing'],
  ['/search', '/search', 'search'],
  ['/enter', '/enter', 'other'],
  ['/cart', '/cart', 'cart'],
  ['/checkout', '/checkout', 'checkout'],
  ['/static/app.js', '/static/app.js', 'asset'],
  ['/api/v1/items/7', '/api/v1/items/{id}', 'api'],
  ['/otp', '/otp', 'otp'],
  ['/old.php', '/old.php', 'other'],
];
/** So many that forms come and go: each is shown now and then. */
const LOGINS = Array.from({ length: 8 }, (_, n): Target => [`/login/${n}`, '/login/{id}', 'login']);
const AGENTS = ['Mozilla/5.0 Firefox/130.0', 'Mozilla/5.0 Chrome/126.0', 'curl/8.5.0', ''];

const weighed = <Value>(...choices: readonly (readonly [weight: number, value: Value])[]) =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** One request of a visit; times in seconds, so that many share theirs with others. */
const aRequest = fc.record({
  afterSeconds: fc.integer({ min: 0, max: 240 }),
  target: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TARGETS) },
    { weight: 1, arbitrary: fc.constantFrom(...LOGINS) },
  ),
  method: weighed([5, 'GET'], [4, 'POST'], [1, 'PUT']),
  status: fc.constantFrom(200, 200, 200, 200, 302, 401, 403, 404, 429, 503),
  query: fc.constantFrom('', '', '', 'q=oak', 'add=1'),
  referer: fc.constantFrom('', 'https://www.shop.example/'),
  // A third of a millisecond, so that sums of them hang on their order unless care is taken.
  durationMs: fc.integer({ min: 0, max: 90_000 }).map((thirds) => thirds / 3),
  host: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom('www.shop.example', 'news.example') },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => `host-${n}.example`) },
  ),
  agent: fc.constantFrom(...AGENTS),
  ownAgent: fc.integer({ min: 0, max: 9 }),
  session: fc.integer({ min: 0, max: 5 }),
  clockError: weighed([60, 0], [1, 8 * HOUR_MS]),
  delayMs: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 2 * MINUTE_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * HOUR_MS }) },
  ),
  again: weighed([15, false], [1, true]),
  partition: fc.integer({ min: 0, max: 2 }),
});

/** One stay of a visitor, most of whom come once and some all day. */
const aVisit = fc.record({
  visitor: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 249 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
  ),
  minute: fc.integer({ min: 0, max: ESTATE_MS / MINUTE_MS - 5 }),
  requests: fc.array(aRequest, { minLength: 1, maxLength: 5 }),
});

/** What happens at an estate for some hours. */
export const movingEstate = fc.array(aVisit, { minLength: 450, maxLength: 500, size: 'max' });

type Visit = typeof aVisit extends fc.Arbitrary<infer Value> ? Value : never;
type Request = Visit['requests'][number];

/** Address of a visitor; some are known by name only. */
export function addressOf(visitor: number): string {
  if (visitor % 40 === 39) return `host-${visitor}.visitors.example`;
  return visitor % 6 === 0 ? `${prefixOf(visitor)}::${visitor.toString(16)}` : `192.0.2.${visitor}`;
}

/** Every sixth is in one of five prefixes of IPv6, whose addresses share the work now and then. */
export const prefixOf = (visitor: number): string => `2001:db8:1:${1 + (visitor % 5)}`;

/** Sessions of three visitors are the same, so that some of them travel. */
export const sessionOf = (visitor: number, session: number): string =>
  session > 1 ? '' : `session-${visitor % 3 === 0 ? visitor - (visitor % 9) : visitor}-${session}`;

/** The lines as they stand in the topic, in order of arrival. */
export function arrivals(visits: readonly Visit[]): StoredLine[] {
  const next = [0, 0, 0];
  return visits
    .flatMap((visit) => visit.requests.flatMap((request) => arrivalsOf(visit, request)))
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, partition, event }) => {
      const offset = next[partition] ?? 0;
      next[partition] = offset + 1;
      const position = { topic: 'estate', partition, offset, index: 0, appendTime: at };
      return { position, source: 'estate', kind: 'event', format: 'combined', event };
    });
}

interface Arrival {
  readonly at: number;
  readonly partition: number;
  readonly event: AccessEvent;
}

function arrivalsOf(visit: Visit, request: Request): Arrival[] {
  const time = ESTATE_START + visit.minute * MINUTE_MS + request.afterSeconds * 1_000;
  const { partition, delayMs, again } = request;
  const once = { at: time + delayMs, partition, event: eventOf(visit, request, time) };
  return again ? [once, { ...once, at: once.at + 5 * MINUTE_MS }] : [once];
}

function eventOf({ visitor }: Visit, request: Request, time: number): AccessEvent {
  const { target, method, status, query, referer, durationMs, host, agent } = request;
  const [urlPath, urlPathTemplate, urlPathRole] = target;
  return anEvent({
    ...{ urlPath, urlPathTemplate, urlPathRole, durationMs, serverAddress: host },
    eventTime: time + request.clockError,
    clientAddress: addressOf(visitor),
    httpRequestMethod: method,
    urlQuery: query,
    httpResponseStatusCode: status,
    userAgentOriginal: request.ownAgent > 1 ? (AGENTS[visitor % 3] ?? '') : agent,
    httpRequestReferer: referer,
    sessionKey: sessionOf(visitor, request.session),
    accountKey: visitor % 4 === 0 ? `account-${request.session}` : '',
    apiClient: visitor % 25 === 7 ? 'tpp-1' : '',
  });
}
