import { type Evidence } from '../evidence/evidence.js';
import { type Nature } from '../nature/nature.js';
import { type VisitorFeatures, type VisitorKeyType } from '../visitor-features.js';
import { type Verification } from '../visitor-identity.js';
import { type Intent, type LikelyIntent } from './intent.js';

/** What is thought of one visitor at one instant, with every reason. */
export interface Judgement {
  readonly keyType: VisitorKeyType;
  /** The address, or `address|user agent`. */
  readonly key: string;
  readonly nature: Nature;
  readonly botProbability: number;
  readonly verification: Verification;
  readonly intent: Intent;
  /** Everything it is more likely than not there for: `intent` first, then the likeliest. */
  readonly intents: readonly LikelyIntent[];
  /** Risk: 0 harmless to 100 certainly malicious. */
  readonly score: number;
  /** Probability of what `intent` says: 0 to 1. */
  readonly confidence: number;
  /** Probability of the same without the company it keeps, by its own conduct alone: 0 to 1. */
  readonly ownConfidence: number;
  /** The campaign it takes part in, or null. */
  readonly campaign: string | null;
  /** People behind the same address whom a verdict on the address would hit. */
  readonly peopleSharing: number;
  /** Weightiest first. */
  readonly evidence: readonly Evidence[];
  readonly features: VisitorFeatures;
}
