import { type VisitorFeatures } from '../visitor-features.js';

/** Distinct probing paths of all kinds together. */
export function probesOf(features: VisitorFeatures): number {
  return Object.values(features.probes).reduce((sum, count) => sum + count, 0);
}
