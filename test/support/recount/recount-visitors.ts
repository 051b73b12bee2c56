import { type StoredLine } from '#libs/store';
import {
  type CountedEvent,
  type Recount,
  counterOf,
  distinct,
  most,
  sum,
  isBetween,
  isServed,
  isSpeculative,
  isAsset,
  isPage,
  isPost,
  isDeadEnd,
  isForm,
  formOf,
  isFailedLogin,
  isSuccessfulLogin,
} from './counted-event.js';
import { grouped } from './grouped.js';
import { between, countOfChecks, countOfPlaces, countOfPurposes } from './recount-purposes.js';

const DAY_MS = 86_400_000;
const SCRIPT = /\.(php[0-9]?|aspx?|jspx?|cgi|pl|do|action)$/;
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
  const visitors = new Map(
    [...keyed].map(([key, found]) => [
      key,
      recount(
        found.map(({ event }) => event),
        forms,
      ),
    ]),
  );
  return new Map([...visitors].filter(([key]) => isToldApart(key, visitors)));
}

/** User agents are told apart at addresses that have several. */
function isToldApart(key: string, visitors: ReadonlyMap<string, Recount>): boolean {
  const [keyType, address = ''] = key.split('|');
  return (
    keyType !== 'address_user_agent' ||
    Number(visitors.get(`address|${address}|`)?.['userAgents']) > 1
  );
}

function recount(events: readonly CountedEvent[], forms: ReadonlySet<string>): Recount {
  return {
    ...countOfKinds(events),
    ...countOfAnswers(events),
    ...countOfLogins(events, forms),
    ...countOfTimes(events),
    ...countOfPurposes(events),
    ...countOfChecks(events),
    ...countOfPlaces(events),
    probes: countOfProbes(events),
  };
}

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
    distinctTemplates: distinct(
      events,
      ({ serverAddress, urlPathTemplate }) => `${serverAddress} ${urlPathTemplate}`,
    ),
    distinctQueries: distinct(events, ({ urlPath, urlQuery }) => `${urlPath}?${urlQuery}`),
    items: count(
      (event) =>
        event.urlPathRole === 'item' && event.httpRequestMethod === 'GET' && isServed(event),
    ),
    bytesOut: sum(events, ({ httpResponseBodySize }) => httpResponseBodySize ?? 0),
    serviceTimeMs: sum(events, ({ durationMs }) => durationMs ?? 0),
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
    loginSuccesses: logins.filter((event) => isSuccessfulLogin(event, forms)).length,
    loginPageViews: events.filter(
      ({ urlPathRole, httpRequestMethod }) =>
        urlPathRole === 'login' && httpRequestMethod === 'GET',
    ).length,
    loginToPaymentMs: between(
      logins.filter((event) => isSuccessfulLogin(event, forms)),
      events.filter((event) => isPost(event, 'payment') || isPost(event, 'payee')),
    ),
    accounts: distinct(
      logins.filter(({ accountKey }) => accountKey !== ''),
      ({ accountKey }) => accountKey,
    ),
  };
}

function countOfTimes(events: readonly CountedEvent[]): Recount {
  const times = events.map(({ eventTime }) => eventTime).toSorted((one, other) => one - other);
  const deeds = events.filter((event) => !isAsset(event));
  const busiest = (milliseconds: number): number =>
    most(deeds, ({ eventTime }) => Math.floor(eventTime / milliseconds));
  const gaps = gapsOf(events);
  return {
    firstSeen: times[0] ?? 0,
    lastSeen: times.at(-1) ?? 0,
    lastAppended: Math.max(...events.map(({ appended }) => appended)),
    activeMinutes: distinct(events, ({ eventTime }) => Math.floor(eventTime / 60_000)),
    activeHours: distinct(events, ({ eventTime }) => Math.floor(eventTime / 3_600_000)),
    peakMinute: busiest(60_000),
    peakTenMinutes: busiest(600_000),
    peakHour: busiest(3_600_000),
    medianGapMs: median(gaps),
    evenGaps: evenness(gapsOf(deeds)),
    ...countOfPauses(events.filter(isPage)),
  };
}

function countOfPauses(pages: readonly CountedEvent[]): Recount {
  const pauses = gapsOf(pages).filter((gap) => gap <= 30 * 60_000);
  return {
    pageTurns: pauses.length,
    longestPauseMs: pauses.length === 0 ? null : Math.max(...pauses),
    medianPauseMs: median(pauses),
  };
}

function gapsOf(events: readonly CountedEvent[]): number[] {
  const times = events.map(({ eventTime }) => eventTime).toSorted((one, other) => one - other);
  return times.slice(1).map((time, at) => time - (times[at] ?? 0));
}

const median = (values: readonly number[]): number | null =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? null;

function evenness(gaps: readonly number[]): number | null {
  const middle = median(gaps);
  if (middle === null || gaps.length < 7) return null;
  return gaps.filter((gap) => Math.abs(gap - middle) <= 500).length / gaps.length;
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
