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
  features.otherMethods > 0 &&
  !OFFICE.test(features.userAgent) &&
  features.requests <= A_LOOK &&
  features.clientErrors + features.serverErrors >= features.otherMethods
    ? weigh('ODD_METHOD', {
        value: features.otherMethods,
        text: 'asked with a method that this site does not take, and for little else',
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
function isOdd({
  userAgent,
  probes,
  otherMethods,
  clientErrors,
  heads,
  unreferredNotFound,
}: VisitorFeatures): boolean {
  return (
    probes.enumeration + probes.protocol > 0 ||
    (otherMethods > 0 && clientErrors > 0 && !OFFICE.test(userAgent)) ||
    (heads > 0 && unreferredNotFound > 0)
  );
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
  rules: [...identityRules, changesAgent, asksForVersions, oddMethod, oddAndRare, oneLook],
};
