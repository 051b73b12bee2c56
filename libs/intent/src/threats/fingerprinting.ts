import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { changesAgent } from './changes-agent.js';
import { identityRules } from './identity-rules.js';
import { type Threat } from './threat.js';

/** More requests than these are no single look any more. Assumption. */
const A_LOOK = 5;

const asksForVersions: EvidenceRule = ({ features }) => {
  const { enumeration, protocol } = features.probes;
  if (enumeration + protocol === 0) return null;
  return weigh(protocol > 0 ? 'PROBE_PROTOCOL' : 'PROBE_ENUMERATION', {
    value: enumeration + protocol,
    baseline: 0,
    text: 'asked what software answers here and in which version',
  });
};

/** Office programs ask for OPTIONS and PROPFIND when a person opens a link in a document. */
const OFFICE = /^Microsoft[- ](Office|WebDAV)|DavClnt/i;

const oddMethod: EvidenceRule = ({ features }) =>
  asksOddly(features) && features.requests <= A_LOOK
    ? weigh('ODD_METHOD', {
        value: features.otherMethods,
        text: 'asked with a method that pages are not asked for with, and for little else',
      })
    : null;

const oddAndRare: EvidenceRule = ({ features }) =>
  isOdd(features) && features.requests <= A_LOOK && features.rarestPath >= RARE
    ? weigh('ODD_AND_RARE', {
        value: features.rarestPath,
        baseline: RARE,
        strength: Math.min(1.6, features.rarestPath / RARE),
        text: `asked for what next to nobody asks for here (one visitor in ${Math.round(2 ** features.rarestPath)})`,
      })
    : null;

/** One visitor in 250: eight bits. Assumption; on a site with fewer visitors nothing is that rare. */
const RARE = 8;

const oneLook: EvidenceRule = ({ features }) =>
  isOdd(features) && features.requests <= A_LOOK && features.assets + features.referredPages === 0
    ? weigh('ONE_LOOK', {
        value: features.requests,
        text: `came for that alone (${features.requests === 1 ? 'one request' : `${features.requests} requests`} in all)`,
      })
    : null;

/** Something that neither browsers nor people do. */
function isOdd(features: VisitorFeatures): boolean {
  const { probes, heads, unreferredNotFound } = features;
  return (
    probes.enumeration + probes.protocol > 0 ||
    asksOddly(features) ||
    (heads > 0 && unreferredNotFound > 0)
  );
}

/**
 * A method that browsers do not use for pages, refused, or for its own sake: a browser that asks whether it may send
 * something elsewhere (OPTIONS) does so for a page it shows, and sends or calls it then.
 */
function asksOddly(features: VisitorFeatures): boolean {
  const { userAgent, otherMethods, clientErrors, serverErrors } = features;
  if (otherMethods === 0 || OFFICE.test(userAgent)) return false;
  const { assets, posts, apiCalls, referredPages } = features;
  const forItsOwnSake = assets + posts + apiCalls + referredPages === 0;
  return clientErrors + serverErrors >= otherMethods || forItsOwnSake;
}

/** OAT-004 Fingerprinting: one odd request that tells which software answers. Coverage is footprinting, payloads are scanning. */
export const fingerprinting: Threat = {
  id: 'OAT-004',
  name: 'Fingerprinting',
  definition: 'One or few unusual requests find out which software, version and framework answers.',
  signals: [
    'a single request for something next to nobody asks for',
    'methods and protocols the site does not take',
    'requests that only reveal users, versions and installed software',
  ],
  confounders: [
    'uptime monitors',
    'researchers who scan the internet and say so',
    'browsers that ask before they post (OPTIONS, answered with success)',
    'office programs that look at a link before they open it',
  ],
  notVisible: ['what others’ indexes already know', 'headers that the log does not carry'],
  visibility: 'usable',
  prior: -4.2,
  rules: [
    ...identityRules,
    changesAgent,
    asksForVersions,
    oddMethod,
    oddAndRare,
    oneLook,
    bareCrowd('probing'),
  ],
};
