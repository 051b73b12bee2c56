/**
 * About the nature: positive speaks for a bot, negative for a person. Assumptions by order of magnitude,
 * checked with `wherefore evaluate` on labelled logs; none is fitted here.
 */
export const natureWeights = {
  AGENT_IS_SOFTWARE: 4,
  AGENT_EMPTY: 2.5,
  AGENT_MALFORMED: 3,
  BROWSER_OVER_HTTP10: 2.5,
  PAGES_WITHOUT_ASSETS: 2.2,
  STEADY_RHYTHM: 2,
  AROUND_THE_CLOCK: 1.8,
  HEAD_REQUESTS: 1.5,
  PROBES_LIKE_A_SCANNER: 4,
  LOGIN_WITHOUT_PAGE: 2.5,
  ASKS_ROBOTS_TXT: 2,
  LOADS_ASSETS_LIKE_A_BROWSER: -3,
  FOLLOWS_LINKS: -1.5,
  KEEPS_A_CACHE: -1,
  OPENS_SPECULATIVE_SOCKETS: -1,
  FAILS_LIKE_A_PROGRAM: 3,
  LOGGED_IN: -1.5,
  AGENT_IS_BROWSER: -0.4,
  AGENT_IS_APP: -1.5,
  DECLARES_ITSELF: 5,
  HURRIES_THROUGH_PAGES: 2.5,
  PAUSES_ON_PAGES: -0.6,
  GOES_BACK: -1,
} as const;
