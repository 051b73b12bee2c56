import { type VisitorFeatures } from './visitor-features.js';
import { type VisitorIdentity } from './visitor-identity.js';

/** A visitor as the rules see it: what it did, and what is known of it from outside. */
export interface Visitor {
  readonly features: VisitorFeatures;
  readonly identity: VisitorIdentity;
}
