import { type PathRole } from '#libs/traffic';
import { uncountedFeatures } from '../clients/uncounted-features.js';
import { type Judgement } from '../decision/judgement.js';
import { featuresOfRoles } from './visited-role.js';

/** As much of a judgement as is stored, and the roles that were asked for. */
export type StoredJudgement = Pick<
  Judgement,
  'keyType' | 'key' | 'nature' | 'intent' | 'score' | 'confidence' | 'peopleSharing'
> & {
  readonly address: string;
  readonly userAgent: string;
  readonly site: string;
  readonly requests: number;
  readonly roles: readonly PathRole[];
};

/** What is counted of everybody. */
const nothingCounted = {
  firstSeen: 0,
  lastSeen: 0,
  apiCalls: 0,
  clientErrors: 0,
  serverErrors: 0,
  bytesOut: 0,
  serviceTimeMs: 0,
  loginAttempts: 0,
  loginFailures: 0,
  accounts: 0,
  payments: 0,
  accountReads: 0,
  accountPaths: 0,
  accountRefusals: 0,
  consents: 0,
  tokenRequests: 0,
  tokenFailures: 0,
  apiClient: '',
};

/**
 * A judgement as policy reads it, from what is stored of it: enough to tell which rule applies. Its confidence counts as that of its own
 * conduct, which is not stored.
 */
export function judgementSketch(stored: StoredJudgement): Judgement {
  const { keyType, key, nature, intent, score, confidence, peopleSharing, roles, ...seen } = stored;
  return {
    keyType,
    key,
    nature,
    intent,
    score,
    confidence,
    peopleSharing,
    botProbability: 0.5,
    verification: 'none',
    intents: [],
    ownConfidence: confidence,
    campaign: null,
    evidence: [],
    features: {
      ...uncountedFeatures,
      ...nothingCounted,
      keyType,
      key,
      ...seen,
      ...featuresOfRoles(roles),
    },
  };
}
