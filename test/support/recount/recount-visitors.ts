import { type StoredLine } from '#libs/store';
import { type AccessEvent } from '#libs/traffic';
import { grouped } from './grouped.js';

/** An event and when the broker took its line, milliseconds. */
export interface CountedEvent extends AccessEvent {
  readonly appended: number;
}

/** Numbers of one visitor key that can be said without rounding, named as in `visitor_window`. */
export type Recount = Readonly<Record<string, number | string | Record<string, number> | null>>;

const DAY_MS = 86_400_000;
const PAGE_ROLES = `login register reset search item cart checkout listing accounts other`.split(
  ' ',
);
const INTERFACE_ROLES = ['api', 'token', 'otp', 'consent', 'accounts', 'payment'];
const NO_PAGE = /\.(xml|json|txt)$|\/(api|rest|graphql|open-banking|v[0-9.]+)\//;
const SCRIPT = /\.(php[0-9]?|aspx?|jspx?|cgi|pl|do|action)$/;
const FAILED = [400, 401, 403, 422, 423, 429];
const DISTINCT_PROBES = ['sensitive_file', 'admin_panel', 'exploit', 'webshell', 'enumeration'];
const COUNTED_PROBES = ['injection', 'traversal', 'open_proxy', 'protocol'];

/** The events of distinct positions whose time may be true: not 5 minutes ahead of the broker, not 7 days behind. */
export function believableEvents(lines: readonly StoredLine[]): CountedEvent[] {
  return lines
    .flatMap((line) =>
      line.kind === 'event' ? [{ ...line.event, appended: line.position.appendTime }] : [],
    )
    .filter(({ eventTime, appended }) => eventTime <= appended + 300_000)
    .filter(({ eventTime, appended }) => eventTime >= appended - 7 * DAY_MS);
}

/** Plainly, one visitor key after another: what `visitor_window` must hold for these events. */
export function recountVisitors(events: readonly CountedEvent[]): Map<string, Recount> {
  const forms = new Set(events.filter(isForm).map(formOf));
  const keyed = grouped(
    events.flatMap((event) => {
      const { clientAddress, userAgentOriginal } = event;
      return [
        { key: `address|${clientAddress}|`, event },
        { key: `address_user_agent|${clientAddress}|${userAgentOriginal}`, event },
      ];
    }),
    ({ key }) => key,
  );
  return new Map(
    [...keyed].map(([key, found]) => [
      key,
      recount(
        found.map(({ event }) => event),
        forms,
      ),
    ]),
  );
}

function recount(events: readonly CountedEvent[], forms: ReadonlySet<string>): Recount {
  return {
    ...countOfKinds(events),
    ...countOfAnswers(events),
    ...countOfLogins(events, forms),
    ...countOfTimes(events),
    probes: countOfProbes(events),
  };
}

type Count = (holds: (event: CountedEvent) => boolean) => number;

const counterOf =
  (events: readonly CountedEvent[]): Count =>
  (holds) =>
    events.filter(holds).length;

function countOfKinds(events: readonly CountedEvent[]): Recount {
  const count = counterOf(events);
  return {
    requests: events.length,
    sites: distinct(events, ({ serverAddress }) => serverAddress),
    userAgents: distinct(
      events.filter((event) => !isSpeculative(event)),
      ({ userAgentOriginal }) => userAgentOriginal,
    ),
    pages: count(isPage),
    distinctPages: distinct(events.filter(isPage), ({ urlPath }) => urlPath),
    assets: count(isAsset),
    apiCalls: count(({ urlPathRole }) => urlPathRole === 'api'),
    feeds: count(({ urlPathRole }) => urlPathRole === 'feed'),
    healthChecks: count(({ urlPathRole }) => urlPathRole === 'health'),
    searches: count(({ urlPathRole }) => urlPathRole === 'search'),
    robotsTxt: count(({ urlPath }) => urlPath === '/robots.txt'),
    posts: count(({ httpRequestMethod }) => httpRequestMethod === 'POST'),
    heads: count(({ httpRequestMethod }) => httpRequestMethod === 'HEAD'),
    otherMethods: count(
      ({ httpRequestMethod }) => !['GET', 'POST', 'HEAD', ''].includes(httpRequestMethod),
    ),
    referredPages: count((event) => isPage(event) && event.httpRequestReferer !== ''),
    referredAssets: count((event) => isAsset(event) && event.httpRequestReferer !== ''),
    distinctPaths: distinct(events, ({ urlPath }) => urlPath),
    distinctTemplates: distinct(events, ({ urlPathTemplate }) => urlPathTemplate),
    items: count(
      (event) =>
        event.urlPathRole === 'item' && event.httpRequestMethod === 'GET' && isServed(event),
    ),
    bytesOut: sum(events, ({ httpResponseBodySize }) => httpResponseBodySize ?? 0),
    serviceTimeMs: sum(events, ({ durationMs }) => durationMs ?? 0),
    registrations: count((event) => isPost(event, 'register')),
    payments: count((event) => isPost(event, 'payment')),
    paymentFailures: count((event) => isPost(event, 'payment') && isBetween(event, 400, 499)),
    apiClient:
      events
        .map(({ apiClient }) => apiClient)
        .toSorted()
        .at(-1) ?? '',
  };
}

function countOfAnswers(events: readonly CountedEvent[]): Recount {
  const count = counterOf(events);
  const isMissing = (event: CountedEvent): boolean =>
    event.httpResponseStatusCode === 404 && event.httpRequestReferer === '';
  return {
    notModified: count(({ httpResponseStatusCode }) => httpResponseStatusCode === 304),
    speculativeSockets: count(isSpeculative),
    http10: count(({ networkProtocolVersion }) => networkProtocolVersion === '1.0'),
    clientErrors: count((event) => isBetween(event, 400, 499)),
    serverErrors: count((event) => isBetween(event, 500, 999)),
    unreferredNotFound: distinct(
      events.filter((event) => isMissing(event) && !isAsset(event)),
      ({ urlPath }) => urlPath,
    ),
    deadScripts: distinct(
      events.filter((event) => isMissing(event) && SCRIPT.test(event.urlPath)),
      ({ urlPath }) => urlPath,
    ),
    apiDeadEnds: distinct(
      events.filter(isDeadEnd),
      ({ httpRequestMethod, urlPath }) => `${httpRequestMethod} ${urlPath}`,
    ),
  };
}

function countOfLogins(events: readonly CountedEvent[], forms: ReadonlySet<string>): Recount {
  const logins = events.filter((event) => isPost(event, 'login') && event.requestProbe === '');
  const failed = logins.filter((event) => isFailedLogin(event, forms));
  return {
    loginAttempts: logins.length,
    loginFailures: failed.length,
    loginSuccesses: logins.filter(
      (event) => !isRemoteCall(event) && !isFailedLogin(event, forms) && isBetween(event, 200, 399),
    ).length,
    loginPageViews: events.filter(
      ({ urlPathRole, httpRequestMethod }) =>
        urlPathRole === 'login' && httpRequestMethod === 'GET',
    ).length,
    accounts: distinct(
      logins.filter(({ accountKey }) => accountKey !== ''),
      ({ accountKey }) => accountKey,
    ),
  };
}

function countOfTimes(events: readonly CountedEvent[]): Recount {
  const times = events.map(({ eventTime }) => eventTime).toSorted((one, other) => one - other);
  const minutes = grouped(
    events.filter((event) => !isAsset(event)),
    ({ eventTime }) => Math.floor(eventTime / 60_000),
  );
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return {
    firstSeen: times[0] ?? 0,
    lastSeen: times.at(-1) ?? 0,
    lastAppended: Math.max(...events.map(({ appended }) => appended)),
    activeMinutes: distinct(events, ({ eventTime }) => Math.floor(eventTime / 60_000)),
    activeHours: distinct(events, ({ eventTime }) => Math.floor(eventTime / 3_600_000)),
    peakMinute: Math.max(0, ...[...minutes.values()].map((found) => found.length)),
    medianGapMs: gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? null,
  };
}

function countOfProbes(events: readonly CountedEvent[]): Record<string, number> {
  const of = (probe: string): CountedEvent[] =>
    events.filter(({ requestProbe }) => requestProbe === probe);
  return Object.fromEntries([
    ...DISTINCT_PROBES.map(
      (probe) => [probe, distinct(of(probe), ({ urlPath }) => urlPath)] as const,
    ),
    ...COUNTED_PROBES.map((probe) => [probe, of(probe).length] as const),
  ]);
}

const distinct = <Item>(items: readonly Item[], value: (item: Item) => unknown): number =>
  new Set(items.map(value)).size;

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

const isBetween = (
  { httpResponseStatusCode: status }: AccessEvent,
  from: number,
  to: number,
): boolean => status >= from && status <= to;

const isServed = (event: AccessEvent): boolean =>
  isBetween(event, 200, 299) || event.httpResponseStatusCode === 304;

const isSpeculative = (event: AccessEvent): boolean =>
  event.httpRequestMethod === '' && event.httpResponseStatusCode === 408;

const isAsset = (event: AccessEvent): boolean =>
  event.urlPathRole === 'asset' && event.httpRequestMethod === 'GET' && event.requestProbe === '';

const isPage = (event: AccessEvent): boolean =>
  event.httpRequestMethod === 'GET' &&
  isServed(event) &&
  event.requestProbe === '' &&
  event.urlPath !== '/robots.txt' &&
  PAGE_ROLES.includes(event.urlPathRole) &&
  !NO_PAGE.test(event.urlPathTemplate);

const isPost = (event: AccessEvent, role: string): boolean =>
  event.httpRequestMethod === 'POST' && event.urlPathRole === role;

const isDeadEnd = (event: AccessEvent): boolean =>
  [404, 405, 415, 501].includes(event.httpResponseStatusCode) &&
  INTERFACE_ROLES.includes(event.urlPathRole);

const isRemoteCall = ({ urlPath }: AccessEvent): boolean => urlPath.endsWith('/xmlrpc.php');

const isForm = (event: AccessEvent): boolean =>
  event.urlPathRole === 'login' &&
  event.httpRequestMethod === 'GET' &&
  event.httpResponseStatusCode === 200;

const formOf = ({ serverAddress, urlPath }: AccessEvent): string => `${serverAddress} ${urlPath}`;

/** Refused, or shown its form again. */
const isFailedLogin = (event: AccessEvent, forms: ReadonlySet<string>): boolean =>
  !isRemoteCall(event) &&
  (FAILED.includes(event.httpResponseStatusCode) ||
    (event.httpResponseStatusCode === 200 && forms.has(formOf(event))));
