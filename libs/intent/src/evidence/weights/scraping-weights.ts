/**
 * Scraping (OAT-011) and account aggregation (OAT-020): collecting. Assumptions by order of magnitude; that
 * scrapers count identifiers up, take no assets and follow no link is OWASP's list of symptoms.
 */
export const scrapingWeights = {
  READS_MORE_THAN_ANYBODY: 1.6,
  TAKES_PAGES_ONLY: 2,
  SOFTWARE_READS_PAGES: 1.8,
  MACHINE_RHYTHM: 1.5,
  NEVER_COMES_FROM_A_PAGE: 1,
  REFERS_ONLY_ASSETS: 3.2,
  DAY_AND_NIGHT: 1,
  SAME_FINGERPRINT_CROWD: 1.5,
  READS_WITHOUT_PAUSE: 1.2,
  COUNTS_UP: 1.5,
  LOGS_IN_FOR_MANY: 2.2,
  SWEEPS_ACCOUNTS: 1.8,
  ACCOUNTS_REFUSED: 1.8,
  CONSENTED_ACCESS: -4,
  ONE_ACCOUNT: -1.5,
} as const;
