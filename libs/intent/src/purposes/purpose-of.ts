import { type Nature } from '../nature/nature.js';
import { type Visitor } from '../visitor.js';
import { type BenignPurpose } from './purpose.js';
import { purposes } from './purposes.js';

/** What a visitor of whom no threat is likely is here for: what it says, or else what its conduct shows; null where neither tells. */
export function purposeOf(visitor: Visitor, nature: Nature): BenignPurpose | null {
  if (visitor.identity.crawler !== null) return visitor.identity.crawler.purpose as BenignPurpose;
  return purposes.find(({ shows }) => shows?.(visitor, nature) === true)?.id ?? null;
}
