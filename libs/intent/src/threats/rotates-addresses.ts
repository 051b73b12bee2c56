import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { deedsOf } from './deeds-of.js';

/** A household has fewer devices in use, and their temporary addresses last a day (RFC 8981). Assumption. */
const DEVICES = 8;
/** Somebody who visits a site asks for more of it before the address changes. Assumption. */
const ASKED_AT_ONE = 5;

/**
 * One /64 of IPv6 from which each address asks for a few things and another goes on, and hardly an asset loaded: a program that draws its
 * addresses from the prefix it rents. Campuses, offices and privacy relays show many addresses, too, but they load what pages show.
 */
export const rotatesAddresses: EvidenceRule = ({ features, identity }, estate) => {
  const { keyType, key, addresses, assets } = features;
  if (keyType !== 'prefix' || !key.includes(':') || identity.agentKind === 'app') return null;
  const deeds = deedsOf(features);
  const rotates = addresses > DEVICES && deeds <= addresses * ASKED_AT_ONE;
  if (!rotates || assets * 20 > deeds || !servesAssets(estate.profile(features.site))) return null;
  return weigh('ROTATES_ADDRESSES', {
    value: addresses,
    baseline: DEVICES,
    strength: Math.min(1.6, 1 + Math.log(addresses / DEVICES) / 4),
    text: `asked from ${addresses} addresses of one /64 in turn, ${(deeds / addresses).toFixed(1)} requests each, assets aside`,
  });
};
