/**
 * How much each reason weighs, in natural-log odds, at strength one. Rules scale it by how strongly
 * the reason shows. This table is the only place where weights live.
 *
 * Source of the figures: stated assumptions, set by order of magnitude (1 ≈ "three times as likely",
 * 2.3 ≈ "ten times", 4.6 ≈ "a hundred times") and checked with `wherefore evaluate` on labelled logs;
 * none is fitted to a data set.
 */
export const weights = {
  // Nature: positive speaks for a bot.
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

  // Identity, used by every intent.
  FALSE_CRAWLER_CLAIM: 6,
  VERIFIED_OPERATOR: -8,
  DECLARED_PURPOSE: -3.5,
  DECLARED_SOFTWARE: -0.5,
  BROWSES_LIKE_A_PERSON: -3.5,

  // Vulnerability scanning and footprinting (OAT-014, OAT-018).
  PROBE_SENSITIVE_FILE: 4.2,
  PROBE_ADMIN_PANEL: 3.6,
  PROBE_EXPLOIT: 5.5,
  PROBE_INJECTION: 4.5,
  PROBE_TRAVERSAL: 4.5,
  PROBE_WEBSHELL: 4.5,
  PROBE_OPEN_PROXY: 4,
  PROBE_PROTOCOL: 3.6,
  PROBE_ENUMERATION: 3.4,
  NOTHING_BUT_PROBES: 2,
  PROBES_WITHOUT_BROWSER: 1.2,
  ATTACK_TOOL: 5.6,
  ASKS_DEAD_SCRIPTS: 2.6,
  GUESSES_PATHS: 1.3,
  API_DEAD_ENDS: 1.3,
  UNUSUAL_METHODS: 1.2,

  // Scraping (OAT-011).
  POLLS_LIKE_A_MONITOR: -4,
  READS_MORE_THAN_ANYBODY: 1.6,
  TAKES_PAGES_ONLY: 2,
  SOFTWARE_READS_PAGES: 1.8,
  MACHINE_RHYTHM: 1.5,
  NEVER_COMES_FROM_A_PAGE: 1,
  REFERS_ONLY_ASSETS: 3.2,
  DAY_AND_NIGHT: 1,
  SAME_FINGERPRINT_CROWD: 1.5,

  // Credential cracking and stuffing (OAT-007, OAT-008).
  LOGIN_FAILURES: 1.7,
  KEEPS_TRYING: 1,
  NEVER_LOGS_IN: 1,
  BARE_LOGIN: 2,
  NOTHING_BUT_LOGIN: 1.2,
  MANY_ACCOUNTS: 1.3,
  CHANGES_AGENT: 1.5,
  LOGIN_FAILURE_CROWD: 1.35,
  LOGS_IN_LIKE_OTHERS: -3,

  // Denial of service (OAT-015).
  REQUEST_RATE: 1.6,
  EXPENSIVE_REQUESTS: 1.8,
  HAMMERS_ONE_PLACE: 1.2,
  LEAVES_SERVER_ERRORS: 1.2,
  FLOODS_WITHOUT_ASSETS: 1.5,
  SHARE_OF_SERVICE_TIME: 1.4,
  SPREADS_OVER_PAGES: -2,
} as const satisfies Record<string, number>;
