import { bareCrowd } from './bare-crowd.js';
import { quantileOf } from '../baseline.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules } from './acting-rules.js';
import { checksOutFaster } from './buying-rules.js';
import { type Threat } from './threat.js';

const skipsSteps: EvidenceRule = ({ features }) =>
  features.checkouts > 0 && features.shopSteps <= 2 && features.checkoutMs !== null
    ? weigh('SKIPS_STEPS', {
        value: features.shopSteps,
        text: 'ordered without the steps that lie between choosing and ordering',
      })
    : null;

/** Bits; a step that one visitor in twelve takes. Where nothing is known of the estate it is the floor. Assumption. */
const UNUSUAL = 3.5;

const unusualWalk: EvidenceRule = ({ features }, estate) => {
  if (features.transitionSurprise === null || features.checkouts + features.payments === 0)
    return null;
  const baseline = estate.baseline(features.site, 'transitionSurprise');
  const ordinary = Math.max(UNUSUAL, baseline === null ? 0 : quantileOf(baseline, 0.99));
  return features.transitionSurprise > ordinary
    ? weigh('UNUSUAL_WALK', {
        value: features.transitionSurprise,
        baseline: ordinary,
        strength: Math.min(1.6, features.transitionSurprise / ordinary),
        text: `goes from step to step as next to nobody does here (${features.transitionSurprise.toFixed(1)} bits a step)`,
      })
    : null;
};

/** OAT-006 Expediting: steps that take people minutes, done in seconds. */
export const expediting: Threat = {
  id: 'OAT-006',
  name: 'Expediting',
  definition:
    'A process of several steps is gone through faster than people can, to get ahead of them or past the rules between the steps.',
  signals: [
    'seconds from the first product to the order',
    'steps left out',
    'steps in an order that is rare here',
    'no images, styles and scripts on the way',
  ],
  confounders: [
    'practised customers with stored addresses',
    'apps and API clients, which need fewer steps',
  ],
  notVisible: ['automation inside an app', 'what the rules between the steps were'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ checkouts, payments }) => checkouts + payments > 0,
  rules: [...actingRules, checksOutFaster, skipsSteps, unusualWalk, bareCrowd('checkout')],
};
