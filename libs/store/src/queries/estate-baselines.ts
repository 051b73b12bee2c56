import { surpriseColumns } from './visitor-window/surprise-columns.js';

/** Features that say something of every visitor of a site. */
const OF_EVERYBODY = [
  'requests',
  'peakMinute',
  'searches',
  'unreferredNotFound',
  'pathSurprise',
  'bytesOut',
  'serviceTimeMs',
  'distinctTemplates',
] as const;

/** Features that say something of those only who did what is counted. */
const OF_THOSE_WHO_DID = [
  'otpRequests',
  'couponTries',
  'payments',
  'registrations',
  'resets',
  'contributions',
  'votes',
  'cartAdds',
  'bids',
  'challenges',
  'accountPaths',
  'consents',
  'topItem',
  'topAction',
] as const;

/** Features of part of the visitors: which part. */
const OF_A_PART = {
  distinctPages: 'dressed AND pages > 0',
  loginFailures: 'loginAttempts > 0 AND (dressed OR loginSuccesses > loginFailures)',
  paymentFailures: 'usual AND payments > 0',
  tokenFailures: 'usual AND tokenRequests > 0',
  transitionSurprise: 'usual AND transitionSurprise IS NOT NULL',
} as const;

const conditions: readonly (readonly [string, string])[] = [
  ...OF_EVERYBODY.map((feature) => [feature, 'usual'] as const),
  ...OF_THOSE_WHO_DID.map((feature) => [feature, `usual AND ${feature} > 0`] as const),
  ...Object.entries(OF_A_PART),
];

const distributions = conditions
  .map(
    ([feature, condition]) =>
      `('${feature}', countIf(${condition}),
        quantilesExactIf(0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)(toFloat64(ifNull(${feature}, 0)), ${condition}))`,
  )
  .join(',\n      ');

/**
 * How each feature is distributed over the visitors of each site. Where at least five visitors of a site
 * load its assets, they alone set what is ordinary (`basis` dressed): automation finds that hard to imitate, so an attack
 * does not become the measure of itself. Where nobody does (an API), everybody counts (`basis` everybody). Login failures are
 * taken from those who load assets or mostly get in. What has a path role of its own (payments, votes, …) is compared among
 * those who did it at all, for most never do. Rows are `CountedBaseline`.
 */
export const estateBaselines = `
  SELECT site, distribution.1 AS feature, distribution.2 AS visitors, distribution.3 AS quantiles, basis
  FROM (
    SELECT site, if(any(assetLoaders) < 5, 'everybody', 'dressed') AS basis, arrayJoin([
      ${distributions}
    ]) AS distribution
    FROM (
      SELECT *, assets > 0 AS dressed, countIf(assets > 0) OVER (PARTITION BY site) AS assetLoaders,
        dressed OR assetLoaders < 5 AS usual,${surpriseColumns}
      FROM visitor_window
      WHERE keyType = 'address'
    )
    GROUP BY site
  )
  WHERE visitors > 0
  ORDER BY site, feature`;
