import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { deedsOf } from './deeds-of.js';

/** People behind one address ask for more than one thing each; a list gives every request another user agent. Assumption. */
function eachAnew(features: VisitorFeatures): number {
  return features.userAgents >= deedsOf(features) ? 1.3 : 1;
}

/**
 * One address with a new user agent every third request or oftener, and hardly an asset loaded: a program
 * that draws its user agents from a list. Offices and carriers show many user agents, too, but they load what
 * pages show.
 */
export const changesAgent: EvidenceRule = ({ features }, estate) =>
  features.keyType === 'address' &&
  features.userAgents >= 3 &&
  features.assets * 2 <= deedsOf(features) &&
  features.userAgents * 3 >= deedsOf(features) &&
  servesAssets(estate.profile(features.site))
    ? weigh('CHANGES_AGENT', {
        value: features.userAgents,
        strength: Math.min(2, (1 + Math.log(features.userAgents / 3) / 2) * eachAnew(features)),
        text: `changed its user agent ${features.userAgents} times within ${deedsOf(features)} requests`,
      })
    : null;
