import { type VisitorFeatures } from '../visitor-features.js';

/** So many user agents behind one key, and it is several visitors: a household is fewer. Assumption. */
const A_CROWD = 4;

/** Whether the key stands for many at once (an office, a privacy relay, a carrier): their rhythm is nobody's. */
export function isCrowd({ userAgents }: Pick<VisitorFeatures, 'userAgents'>): boolean {
  return userAgents >= A_CROWD;
}
