/** The columns of `visitor_window` that are counted from requests, filled by name. */
export const windowColumns = `
    keyType, key, address, userAgent, userAgents, site, sites, addresses, prefixes, networks, sessions,
    firstSeen, lastSeen, lastAppended,
    requests, pages, distinctPages, assets, apiCalls, feeds, healthChecks, robotsTxt, posts, heads,
    otherMethods, referredPages, referredAssets, notModified, speculativeSockets, http10, clientErrors,
    serverErrors, unreferredNotFound, deadScripts, apiDeadEnds, distinctPaths, distinctTemplates, distinctQueries,
    items, searches, bytesOut, serviceTimeMs, activeMinutes, activeHours, peakMinute, peakTenMinutes, peakHour,
    gapVariation, medianGapMs, evenGaps, pageTurns, longestPauseMs, medianPauseMs, backtracks, countingUp, probes,
    loginAttempts, loginFailures, loginSuccesses, loginPageViews, accounts, loginSite, loginTemplate,
    claimsBrowser, declared, bareReader, loginCell, readerCell, registrations, registrationFailures, resets,
    otpRequests, otpChecks, otpFailures, couponTries, coupons, couponFailures, payments, paymentFailures,
    paymentSessions, payees, loginToPaymentMs, cartAdds, checkouts, checkoutMs, shopSteps, topItem, topAction,
    challenges, challengesSolved, challengesFailed, contributions, contributionFailures, votes, voteTargets, bids,
    accountReads, accountPaths, accountRefusals, consents, tokenRequests, tokenFailures, apiClient,
    paths, pathRequests, steps, stepRequests`;
