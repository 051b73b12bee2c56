/**
 * About the nature: positive speaks for a bot, negative for a person.
 *
 * Source: `wherefore fit --any-site` on eleven recorded and three simulated sets (docs/operations/fitting-weights.md says how to
 * do it again), rounded to a tenth. Where the fit would leave nothing of a reason (AGENT_IS_BROWSER, FOLLOWS_LINKS,
 * PAUSES_ON_PAGES) a tenth or two are kept. GOES_BACK and OPENS_SPECULATIVE_SOCKETS are assumed, since the sets
 * disagree about them; EVEN_PAUSES came after the fit and is assumed. What a driven browser does as well as a person is bounded (imitable-reasons.ts).
 */
export const natureWeights = {
  AGENT_IS_SOFTWARE: 5,
  AGENT_EMPTY: 4,
  AGENT_MALFORMED: 1.5,
  BROWSER_OVER_HTTP10: 1.6,
  PAGES_WITHOUT_ASSETS: 3.4,
  STEADY_RHYTHM: 2.2,
  AROUND_THE_CLOCK: 1.8,
  HEAD_REQUESTS: 1.8,
  PROBES_LIKE_A_SCANNER: 4.4,
  LOGIN_WITHOUT_PAGE: 3.1,
  ASKS_ROBOTS_TXT: 1.5,
  LOADS_ASSETS_LIKE_A_BROWSER: -3,
  FOLLOWS_LINKS: -0.1,
  KEEPS_A_CACHE: -0.7,
  OPENS_SPECULATIVE_SOCKETS: -1,
  FAILS_LIKE_A_PROGRAM: 3.6,
  LOGGED_IN: -1.6,
  AGENT_IS_BROWSER: -0.1,
  AGENT_IS_APP: -1.5,
  AGENT_IS_UNKNOWN: 2.3,
  CALLS_AS_API_CLIENT: 3.2,
  DECLARES_ITSELF: 5.9,
  HURRIES_THROUGH_PAGES: 4.4,
  EVEN_PAUSES: 0.4,
  PAUSES_ON_PAGES: -0.2,
  GOES_BACK: -1,
  ONE_OF_A_CROWD: 3.3,
} as const;
