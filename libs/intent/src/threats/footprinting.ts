import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { identityRules } from './identity-rules.js';
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

/**
 * OAT-018 Footprinting: finding out which routes, methods and software there are.
 * Not visible: the intent behind a single request, and research done elsewhere.
 */
export const footprinting: Threat = {
  id: 'OAT-018',
  name: 'Footprinting',
  prior: -4,
  rules: [...identityRules, apiDeadEnds, unusualMethods, enumeratesSoftware],
};
