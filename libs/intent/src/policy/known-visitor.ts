import { type Judgement } from '../decision/judgement.js';
import { type Nature } from '../nature/nature.js';
import { type VisitorKeyType } from '../visitor-features.js';

/** A visitor of the last 24 hours, as it was last judged. */
export interface KnownVisitor {
  readonly keyType: VisitorKeyType;
  readonly key: string;
  readonly address: string;
  readonly userAgent: string;
  readonly nature: Nature;
  readonly stance: Judgement['intent']['stance'];
}

export function knownVisitor({ keyType, key, nature, intent, features }: Judgement): KnownVisitor {
  const { address, userAgent } = features;
  return { keyType, key, address, userAgent, nature, stance: intent.stance };
}
