import { canonicalCidr } from './canonical-cidr.js';
import { type HeldEntry } from './push-target.js';

/** An entry of a list that has blocks and nothing else. */
export function listed(text: string): HeldEntry {
  return { cidr: canonicalCidr(text), action: null, endsAt: null };
}
