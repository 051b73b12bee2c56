import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { changesAgent } from './changes-agent.js';
import { identityRules } from './identity-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { type Threat } from './threat.js';

const FEW_DEAD_ENDS = 3;

const apiDeadEnds: EvidenceRule = ({ features }) =>
  features.apiDeadEnds > FEW_DEAD_ENDS
    ? weigh('API_DEAD_ENDS', {
        value: features.apiDeadEnds,
        baseline: FEW_DEAD_ENDS,
        strength: Math.min(4.5, 1 + 1.5 * Math.log(features.apiDeadEnds / FEW_DEAD_ENDS)),
        text: `tried ${features.apiDeadEnds} API routes that do not exist or do not take that method`,
      })
    : null;

const unusualMethods: EvidenceRule = ({ features }) => {
  const unusual = features.otherMethods + features.heads;
  return unusual >= 3 && unusual >= features.requests * 0.2
    ? weigh('UNUSUAL_METHODS', {
        value: unusual,
        strength: Math.min(2, 1 + Math.log10(unusual / 3)),
        text: `asks with unusual methods (${unusual} of ${features.requests} requests are HEAD, OPTIONS or the like)`,
      })
    : null;
};

const enumeratesSoftware: EvidenceRule = ({ features }) =>
  features.probes.enumeration > 0
    ? weigh('PROBE_ENUMERATION', {
        value: features.probes.enumeration,
        baseline: 0,
        text: `looked for users, versions and installed software (${features.probes.enumeration} distinct requests)`,
      })
    : null;

/** OAT-018 Footprinting: finding out which routes, methods and software there are. */
export const footprinting: Threat = {
  id: 'OAT-018',
  name: 'Footprinting',
  definition:
    'The routes, methods, parameters and software of an application are found out by trying them.',
  signals: [
    'API routes that do not exist or do not take the method',
    'more kinds of pages than visitors of the site see, many of them in vain',
    'HEAD, OPTIONS and the like',
    'requests that only reveal users, versions and installed software',
  ],
  confounders: ['declared crawlers', 'a few dead ends', 'tests and monitors of the owner'],
  notVisible: ['the intent behind a single request', 'research done elsewhere'],
  visibility: 'strong',
  prior: -4,
  rules: [
    ...identityRules,
    changesAgent,
    apiDeadEnds,
    unusualMethods,
    enumeratesSoftware,
    bareCrowd('mapping'),
    moreThanOrdinary({
      code: 'COVERS_TEMPLATES',
      feature: 'distinctTemplates',
      // Kinds of pages that a curious visitor sees in a day. Assumption.
      floor: 25,
      applies: ({ features }) =>
        features.assets === 0 && features.clientErrors * 4 >= features.requests,
      text: (count) => `tried ${count} kinds of pages, a quarter or more in vain`,
    }),
  ],
};
