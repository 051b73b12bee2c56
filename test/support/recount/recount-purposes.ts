import {
  counterOf,
  type CountedEvent,
  distinct,
  hasStatus,
  isPost,
  isRefused,
  isShopRole,
  most,
  type Recount,
} from './counted-event.js';

export function countOfPurposes(events: readonly CountedEvent[]): Recount {
  const tries = (role: string): number => counterOf(events)((event) => isPost(event, role));
  const refusals = (role: string): number =>
    counterOf(events)((event) => isPost(event, role) && isRefused(event));
  const steps = new Set(events.map(({ urlPathRole }) => urlPathRole).filter(isShopRole));
  return {
    registrations: tries('register'),
    registrationFailures: refusals('register'),
    resets: tries('reset'),
    payments: tries('payment'),
    paymentFailures: refusals('payment'),
    payees: tries('payee'),
    checkouts: tries('checkout'),
    shopSteps: steps.size,
    contributions: tries('contribution'),
    contributionFailures: refusals('contribution'),
    consents: tries('consent'),
    challengesFailed: refusals('challenge'),
    checkoutMs: between(
      events.filter(({ urlPathRole }) => urlPathRole === 'item' || urlPathRole === 'cart'),
      events.filter((event) => isPost(event, 'checkout') || isPost(event, 'payment')),
    ),
  };
}

export function countOfChecks(events: readonly CountedEvent[]): Recount {
  const requestsOf = (role: string): CountedEvent[] =>
    events.filter(({ urlPathRole }) => urlPathRole === role);
  const reads = requestsOf('accounts').filter(
    ({ httpRequestMethod }) => httpRequestMethod === 'GET',
  );
  const coupons = requestsOf('coupon').filter(({ httpRequestMethod }) =>
    ['GET', 'POST', 'PUT'].includes(httpRequestMethod),
  );
  const votes = requestsOf('vote').filter(({ httpRequestMethod }) =>
    ['GET', 'POST', 'PUT'].includes(httpRequestMethod),
  );
  return {
    couponTries: coupons.length,
    coupons: distinct(coupons, ({ urlPath, urlQuery }) => `${urlPath}?${urlQuery}`),
    couponFailures: coupons.filter(isRefused).length,
    votes: votes.length,
    voteTargets: distinct(votes, ({ urlPath }) => urlPath),
    accountReads: reads.length,
    accountPaths: distinct(reads, ({ urlPath }) => urlPath),
    accountRefusals: counterOf(reads)((event) => hasStatus(event, [401, 403, 404])),
    tokenRequests: requestsOf('token').length,
    tokenFailures: counterOf(requestsOf('token'))((event) => hasStatus(event, [400, 401, 403])),
    ...countOfCodes(requestsOf('otp').filter((event) => isPost(event, 'otp'))),
  };
}

/** The templates of this test name what they do, but for `/otp`. */
function countOfCodes(posts: readonly CountedEvent[]): Recount {
  const unnamed = posts.filter(({ urlPath }) => urlPath === '/otp');
  const sends = posts.filter(({ urlPath }) => urlPath.includes('send'));
  const firstSend = Math.min(...sends.map(({ eventTime }) => eventTime));
  const refused = unnamed.filter((event) => hasStatus(event, [400, 401, 403, 422]));
  const later = unnamed.filter((event) => !refused.includes(event) && event.eventTime > firstSend);
  const checks = posts.filter(({ urlPath }) => urlPath.includes('verify'));
  return {
    otpRequests: sends.length + unnamed.length - refused.length - later.length,
    otpChecks: checks.length + refused.length + later.length,
    otpFailures: [...checks, ...refused].filter(isRefused).length,
  };
}

export function countOfPlaces(events: readonly CountedEvent[]): Recount {
  const posts = events.filter(({ httpRequestMethod }) => httpRequestMethod === 'POST');
  const items = events.filter(({ urlPathRole }) => urlPathRole === 'item');
  return {
    topAction: most(posts, ({ urlPath }) => urlPath),
    topItem: most(items, ({ urlPath }) => urlPath),
    countingUp: countingUp(
      events.filter(({ urlPathTemplate }) => urlPathTemplate.includes('{id}')),
    ),
  };
}

function countingUp(events: readonly CountedEvent[]): number | null {
  const numbers = events
    .map(({ eventTime, urlPath }) => ({ eventTime, id: Number(/(\d+)\D*$/.exec(urlPath)?.[1]) }))
    .toSorted((one, other) => one.eventTime - other.eventTime || one.id - other.id)
    .map(({ id }) => id)
    .filter((id, at, all) => id !== all[at - 1]);
  if (numbers.length < 8) return null;
  return numbers.filter((id, at) => id - 1 === numbers[at - 1]).length / (numbers.length - 1);
}

/** Milliseconds from the first of these to the first of those that is not before it. */
export function between(
  first: readonly CountedEvent[],
  then: readonly CountedEvent[],
): number | null {
  const start = Math.min(...first.map(({ eventTime }) => eventTime));
  const ends = then.map(({ eventTime }) => eventTime).filter((time) => time >= start);
  return ends.length === 0 ? null : Math.min(...ends) - start;
}
