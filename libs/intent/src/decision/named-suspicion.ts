import { type EvidenceCode } from '../evidence/evidence-code.js';
import { type ThreatClass } from '../threats/threat-class.js';
import { type Suspicion } from './suspicion.js';

/**
 * How much was asked for tells little of what for: whoever guesses passwords fast floods a form, and whoever tries words of a list
 * on a site that answers everything collects pages. So OWASP tells denial of service from what only slows a site down by the way.
 */
const BY_THE_WAY: ReadonlySet<ThreatClass> = new Set(['OAT-015', 'OAT-011']);

/** Says who it is, or that pages are gone, as of a flood or a scraper as well. */
const SAYS_NOT_WHAT_FOR: ReadonlySet<EvidenceCode> = new Set([
  'FALSE_CRAWLER_CLAIM',
  'CHANGES_AGENT',
  'ROTATES_ADDRESSES',
  'GUESSES_PATHS',
  'COVERS_TEMPLATES',
  'API_DEAD_ENDS',
]);

/**
 * What a malicious visitor is said to be there for: the likeliest threat, unless that is one of volume and another one would be
 * called malicious by what it says of the purpose alone. A flood that goes from place to place collects. `least` is the log-odds from which on that is so.
 */
export function namedSuspicion(
  suspicions: readonly Suspicion[],
  likeliest: Suspicion,
  least: number,
): Suspicion {
  if (likeliest.logOdds < least || !BY_THE_WAY.has(likeliest.threat.id)) return likeliest;
  const collects = likeliest.evidence.some(({ code }) => code === 'SPREADS_OVER_PAGES');
  const named = suspicions
    .filter(({ threat }) => !BY_THE_WAY.has(threat.id) || (collects && threat.id === 'OAT-011'))
    .filter((one) => purposeOdds(one) >= least)
    .toSorted((a, b) => b.logOdds - a.logOdds)[0];
  return named ?? likeliest;
}

function purposeOdds({ logOdds, evidence }: Suspicion): number {
  return evidence
    .filter(({ code, weight }) => weight > 0 && SAYS_NOT_WHAT_FOR.has(code))
    .reduce((sum, { weight }) => sum - weight, logOdds);
}
