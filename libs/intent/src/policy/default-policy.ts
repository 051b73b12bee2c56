import { type Policy } from './policy.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The policy without configuration. Assumption: an hour teaches a tool little and costs a person little. The limits are to stop
 * what has gone wrong, not what is a bad day: an estate of a few thousand visitors never meets them.
 */
export const defaultPolicy: Policy = {
  version: '2',
  publication: 'run',
  blockAt: 0.9,
  blockOwnAt: 0.6,
  blockAddressFrom: 20,
  enforceOnApiClients: false,
  sharedKeys: 'challenge',
  releaseBelow: 0.4,
  firstExpiryMs: HOUR_MS,
  longestExpiryMs: DAY_MS,
  decayMs: DAY_MS,
  offenceHalfLifeMs: 7 * DAY_MS,
  allow: {
    addresses: [],
    networks: [],
    apiClients: [],
    sessions: [],
    accounts: [],
    paths: [],
    verifiedBots: true,
  },
  overrides: [],
  rules: [],
  cohorts: [],
  simulate: { everything: false, sites: [], classes: [] },
  limits: {
    peoplePerCycle: 0.02,
    peoplePerDay: 0.05,
    peopleAtLeast: 50,
    total: 100_000,
    growth: 10,
    growthFrom: 1_000,
    churn: 0.5,
    churnFrom: 200,
  },
  ownStatuses: [],
};
