/** Denial of service (OAT-015). Assumptions by order of magnitude. */
export const floodingWeights = {
  REQUEST_RATE: 1.6,
  EXPENSIVE_REQUESTS: 1.8,
  FINDS_AND_LEAVES: 1.8,
  HAMMERS_ONE_PLACE: 1.2,
  GOES_ON_REFUSED: 1.2,
  LEAVES_SERVER_ERRORS: 1.2,
  FLOODS_WITHOUT_ASSETS: 1.5,
  SHARE_OF_SERVICE_TIME: 1.4,
  SPREADS_OVER_PAGES: -2,
} as const;
