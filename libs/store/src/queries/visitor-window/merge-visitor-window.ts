import { type VisitorKeyType } from '#libs/intent';

/** A coarse key over rows of `visitor_window` that are one visitor each. */
interface CoarseLevel {
  readonly keyType: VisitorKeyType;
  readonly key: string;
  readonly rows: string;
}

const prefix = `if(position(address, ':') > 0,
      concat(toString(IPv6CIDRToRange(toIPv6OrDefault(address), 64).1), '/64'),
      concat(toString(IPv4CIDRToRange(toIPv4OrDefault(address), 24).1), '/24'))`;

const levels: readonly CoarseLevel[] = [
  {
    keyType: 'fingerprint',
    key: "concat(userAgent, '|', tlsFingerprint)",
    rows: "keyType IN ('address', 'address_user_agent') AND userAgents = 1",
  },
  { keyType: 'prefix', key: 'prefixText', rows: "keyType = 'address'" },
  {
    keyType: 'network',
    key: "concat('AS', toString(asn))",
    rows: "keyType = 'address' AND asn != 0",
  },
];

const SUMS =
  `requests pages distinctPages assets apiCalls feeds healthChecks robotsTxt posts heads otherMethods referredPages
  referredAssets notModified speculativeSockets http10 clientErrors serverErrors unreferredNotFound deadScripts apiDeadEnds
  distinctPaths distinctTemplates distinctQueries items searches bytesOut serviceTimeMs activeMinutes pageTurns backtracks
  loginAttempts loginFailures loginSuccesses loginPageViews accounts sessions registrations registrationFailures resets
  otpRequests otpChecks otpFailures couponTries coupons couponFailures payments paymentFailures paymentSessions payees
  cartAdds checkouts challenges challengesSolved challengesFailed contributions contributionFailures votes voteTargets bids
  accountReads accountPaths accountRefusals consents tokenRequests tokenFailures`.split(/\s+/);
const GREATEST =
  `lastSeen lastAppended activeHours peakMinute peakTenMinutes peakHour topItem topAction shopSteps longestPauseMs
  claimsBrowser declared apiClient`.split(/\s+/);
const LEAST = ['firstSeen', 'loginToPaymentMs', 'checkoutMs'];

const merged = [
  ...SUMS.map((column) => `sum(counted.${column}) AS ${column}`),
  ...GREATEST.map((column) => `max(counted.${column}) AS ${column}`),
  ...LEAST.map((column) => `min(counted.${column}) AS ${column}`),
].join(',\n    ');

/**
 * Merges the rows of `visitor_window` into keys that many addresses share: fingerprint, prefix, network; each where it has two
 * addresses or more. Counts add up. Distinct values are counted address by address, so a page that two addresses read counts
 * twice; peaks are those of the busiest address; what cannot be merged (gaps, rarity of paths, groups) is missing.
 * No parameters; the finer levels have to be there.
 */
export const mergeVisitorWindow: readonly string[] = levels.map(
  ({ keyType, key, rows }) => `
  INSERT INTO visitor_window (keyType, key, address, userAgent, userAgents, site, sites, addresses, prefixes, networks, tlsFingerprint,
    asn, probes, ${[...SUMS, ...GREATEST, ...LEAST].join(', ')})
  SELECT
    '${keyType}' AS keyType,
    counted.coarse AS key,
    argMin(counted.address, (counted.firstSeen, counted.address)) AS address,
    argMin(counted.userAgent, (counted.firstSeen, counted.address, counted.userAgent)) AS userAgent,
    uniqExact(counted.userAgent) AS userAgents,
    argMax(counted.site, (counted.requests, counted.site)) AS site,
    uniqExact(counted.site) AS sites,
    uniqExact(counted.address) AS addresses,
    uniqExact(counted.prefixText) AS prefixes,
    uniqExactIf(counted.asn, counted.asn != 0) AS networks,
    max(counted.tlsFingerprint) AS tlsFingerprint,
    max(counted.asn) AS asn,
    sumMap(counted.probes) AS probes,
    ${merged}
  FROM (SELECT *, ${prefix} AS prefixText, ${key} AS coarse FROM visitor_window WHERE ${rows}) AS counted
  GROUP BY counted.coarse
  HAVING addresses > 1`,
);
