import { type AccessEvent } from '#libs/traffic';
import { grouped } from './grouped.js';

/** An event and when the broker took its line, milliseconds. */
export interface CountedEvent extends AccessEvent {
  readonly appended: number;
}

/** Numbers of one visitor key that can be said without rounding, named as in `visitor_window`. */
export type Recount = Readonly<Record<string, number | string | Record<string, number> | null>>;

const PAGE_ROLES =
  `login register reset search item cart checkout listing accounts payee coupon contribution bid other`.split(
    ' ',
  );
const INTERFACE_ROLES = ['api', 'token', 'otp', 'consent', 'accounts', 'payment', 'payee'];
const NO_PAGE = /\.(xml|json|txt)$|\/(api|rest|graphql|open-banking|v[0-9.]+)\//;
const FAILED = [400, 401, 403, 422, 423, 429];

type Count = (holds: (event: CountedEvent) => boolean) => number;

export const counterOf =
  (events: readonly CountedEvent[]): Count =>
  (holds) =>
    events.filter(holds).length;

export const distinct = <Item>(items: readonly Item[], value: (item: Item) => unknown): number =>
  new Set(items.map(value)).size;

/** How many have the most frequent value. */
export const most = <Item>(items: readonly Item[], value: (item: Item) => unknown): number =>
  Math.max(0, ...[...grouped(items, value).values()].map((found) => found.length));

export const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

export const isBetween = (
  { httpResponseStatusCode: status }: AccessEvent,
  from: number,
  to: number,
): boolean => status >= from && status <= to;

export const hasStatus = (event: AccessEvent, statuses: readonly number[]): boolean =>
  statuses.includes(event.httpResponseStatusCode);

export const isRefused = (event: AccessEvent): boolean => isBetween(event, 400, 499);

export const isShopRole = (role: string): boolean =>
  ['listing', 'search', 'item', 'cart', 'checkout', 'payment'].includes(role);

export const isServed = (event: AccessEvent): boolean =>
  isBetween(event, 200, 299) || event.httpResponseStatusCode === 304;

export const isSpeculative = (event: AccessEvent): boolean =>
  event.httpRequestMethod === '' && event.httpResponseStatusCode === 408;

export const isAsset = (event: AccessEvent): boolean =>
  event.urlPathRole === 'asset' && event.httpRequestMethod === 'GET' && event.requestProbe === '';

export const isPage = (event: AccessEvent): boolean =>
  event.httpRequestMethod === 'GET' &&
  isServed(event) &&
  event.requestProbe === '' &&
  event.urlPath !== '/robots.txt' &&
  PAGE_ROLES.includes(event.urlPathRole) &&
  !NO_PAGE.test(event.urlPathTemplate);

export const isPost = (event: AccessEvent, role: string): boolean =>
  event.httpRequestMethod === 'POST' && event.urlPathRole === role;

export const isDeadEnd = (event: AccessEvent): boolean =>
  [404, 405, 415, 501].includes(event.httpResponseStatusCode) &&
  INTERFACE_ROLES.includes(event.urlPathRole);

const isRemoteCall = ({ urlPath }: AccessEvent): boolean => urlPath.endsWith('/xmlrpc.php');

export const isForm = (event: AccessEvent): boolean =>
  event.urlPathRole === 'login' &&
  event.httpRequestMethod === 'GET' &&
  event.httpResponseStatusCode === 200;

export const formOf = ({ serverAddress, urlPath }: AccessEvent): string =>
  `${serverAddress} ${urlPath}`;

/** Refused, or shown its form again. */
export const isFailedLogin = (event: AccessEvent, forms: ReadonlySet<string>): boolean =>
  !isRemoteCall(event) &&
  (FAILED.includes(event.httpResponseStatusCode) ||
    (event.httpResponseStatusCode === 200 && forms.has(formOf(event))));

export const isSuccessfulLogin = (event: AccessEvent, forms: ReadonlySet<string>): boolean =>
  !isRemoteCall(event) && !isFailedLogin(event, forms) && isBetween(event, 200, 399);
