/** Deeds that crowds of programs do, each by what has to hold that a visitor of `visitor_window` did it at all. */
const done = {
  register: 'registrations > 0',
  otp: 'otpRequests > 0',
  coupon: 'couponTries > 0',
  payment: 'payments > 0',
  payee: 'payees > 0',
  contribution: 'contributions > 0',
  vote: 'votes > 0',
  bid: 'bids > 0',
  cart: 'cartAdds > 0',
  holding: 'cartAdds > 0',
  checkout: 'checkouts > 0',
  challenge: 'challengesSolved + challengesFailed > 0',
  search: 'searches > 0',
  probing: 'unreferredNotFound > 0',
  mapping: 'apiDeadEnds > 0',
  aggregation: 'accountReads > 0',
  collecting: 'distinctPages >= 8',
} as const;

/** The same deeds done as programs do them: the same names and conditions as in `actorCells` of libs/intent. */
const telling: Readonly<Record<keyof typeof done, string>> = {
  ...done,
  otp: 'otpRequests > 0 AND otpChecks <= otpRequests * 0.3',
  coupon: 'couponFailures > 0 AND couponFailures * 2 >= couponTries',
  payment: 'paymentFailures > 0 AND paymentFailures * 4 >= payments * 3',
  payee: 'payees > 0 AND ifNull(loginToPaymentMs, 60000) < 60000 AND otpChecks <= otpFailures',
  cart: 'cartAdds > clientErrors + 1 AND checkouts + payments = 0 AND distinctPages * 2 <= cartAdds',
  holding: 'cartAdds > clientErrors AND checkouts + payments = 0 AND distinctPages <= cartAdds',
  search: 'searches >= 10 AND searches >= (requests - assets - speculativeSockets) * 0.7',
  probing: 'unreferredNotFound > 0 AND requests - assets <= 5',
  aggregation: 'loginSuccesses > 0 AND accountReads > 0',
  collecting: 'distinctPages >= 8 AND referredPages * 2 <= pages',
};

const namesOf = (conditions: Readonly<Record<string, string>>): string =>
  `arrayFilter(deed -> deed != '', [${Object.entries(conditions)
    .map(([deed, condition]) => `if(${condition}, '${deed}', '')`)
    .join(', ')}])`;

/** Names of deeds by their number in the grouping, which goes by numbers: texts of each visitor's deeds would cost as much as all the rest. */
const names = ['reading', ...Object.keys(done)];
const numberOf = (deed: keyof typeof done): number => names.indexOf(deed);

const numbersOf = (conditions: Readonly<Record<string, string>>): string =>
  `arrayFilter(number -> number > 0, [${Object.values(conditions)
    .map((condition, at) => `if(${condition}, ${at + 1}, 0)`)
    .join(', ')}])`;

/** Claims to be a browser. */
const claims = 'claimsBrowser AND NOT declared';
/** Assets that a deed itself shows: the pictures of challenges. */
const shown = (isChallenge: string): string => `if(${isChallenge}, challenges, 0)`;
const opens = 'pages + loginPageViews > 0';

/**
 * The groups a visitor of `visitor_window` belongs to by what it does without loading what pages show, two a
 * deed: the same texts as `actorCells` of libs/intent gives.
 */
export const actorCells = `if(${claims},
    arrayFlatten(arrayMap(
      deed -> if(assets <= ${shown("deed = 'challenge'")},
        [concat(site, ' ', deed), concat(site, ' ', deed, ' pages=', toString(${opens}))], []),
      ${namesOf(telling)})),
    [])`;

/** Shows otherwise what it is: several programs behind one address, or page after page without a pause (see `hurries` of libs/intent). */
const exposed = 'userAgents > 1 OR (pageTurns >= 8 AND ifNull(longestPauseMs, 45000) < 45000)';

/** Whom a group holds, by whether they open pages. */
const conducts = { any: '1', pages: 'opens', none: 'NOT opens' } as const;

/** Figures of one group, over those who do a deed at a site. */
const figuresOf = (conduct: keyof typeof conducts): string => {
  const isBare = `(bare AND ${conducts[conduct]})`;
  const isDressed = `(NOT ${isBare} AND dresses)`;
  return `('${conduct}', uniqExactIf(visitor, ${isBare} AND tells), uniqExactIf(visitor, ${isDressed} AND tells),
        uniqExactIf(visitor, ${isDressed}), uniqExactIf(visitor, ${isBare} AND NOT exposed),
        minIf(firstSeen, ${isBare} AND tells), maxIf(lastSeen, ${isBare} AND tells))`;
};

/**
 * Those who do something at a site as programs do it: how many addresses do it bare (a browser's user agent and
 * nothing of what pages show), all of them, and by whether they open pages; beside how many do it dressed, and how many
 * dressed and bare ones do it at all. Those who do nothing but open pages are counted as `reading`. Rows are `ActorGroup`.
 */
export const actorGroups = `
  SELECT
    concat(site, ' ', deed, if(conduct = 'any', '', if(conduct = 'pages', ' pages=1', ' pages=0'))) AS cell,
    site,
    deed AS kind,
    figures.1 AS conduct,
    figures.2 AS bare,
    figures.3 AS dressed,
    figures.4 AS doers,
    figures.5 AS bareDoers,
    figures.6 AS firstSeen,
    figures.7 AS lastSeen
  FROM (
    SELECT site, [${names.map((name) => `'${name}'`).join(', ')}][number + 1] AS deed, arrayJoin([
      ${(['any', 'pages', 'none'] as const).map(figuresOf).join(', ')}
    ]) AS figures
    FROM (
      SELECT cityHash64(address) AS visitor, site, firstSeen, lastSeen,
        ${numbersOf(done)} AS did,
        ${numbersOf(telling)} AS told,
        arrayJoin(arrayConcat(did, if(empty(arrayFilter(one -> one != ${numberOf('collecting')}, did)) AND pages > 0, [0], []))) AS number,
        number = 0 OR has(told, number) AS tells,
        ${claims} AND assets <= ${shown(`number = ${numberOf('challenge')}`)} AS bare,
        ${exposed} AS exposed,
        ${opens} AS opens,
        assets > 0 AS dresses
      FROM visitor_window
      WHERE keyType IN ('address', 'address_user_agent') AND NOT declared
    )
    GROUP BY site, number
  )
  WHERE bare + bareDoers + doers > 0
  ORDER BY cell`;
