import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { actingRules } from './acting-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

const contributesUnread: EvidenceRule = ({ features, identity }, estate) =>
  features.contributions > 0 &&
  features.pages + features.assets === 0 &&
  identity.agentKind !== 'app' &&
  features.apiClient === '' &&
  servesAssets(estate.profile(features.site))
    ? weigh('CONTRIBUTES_UNREAD', {
        value: features.contributions,
        strength: Math.min(1.5, 1 + Math.log10(features.contributions)),
        text: 'writes without having read a page',
      })
    : null;

const contributionsRefused: EvidenceRule = ({ features }) =>
  features.contributionFailures >= 3 && features.contributionFailures * 3 >= features.contributions
    ? weigh('CONTRIBUTIONS_REFUSED', {
        value: features.contributionFailures,
        strength: Math.min(2, 1 + Math.log(features.contributionFailures / 3) / 2),
        text: `${features.contributionFailures} of its ${features.contributions} contributions were refused`,
      })
    : null;

/** OAT-017 Spamming: comments, reviews and messages in bulk. */
export const spamming: Threat = {
  id: 'OAT-017',
  name: 'Spamming',
  definition:
    'Comments, reviews, posts and messages are sent in bulk to advertise, mislead or harm.',
  signals: [
    'contributions by somebody who read nothing',
    'more of them than visitors of the site write',
    'contributions refused by moderation',
    'contributions and little else',
  ],
  confounders: ['active users, who read in between', 'apps and API clients'],
  notVisible: ['what is written', 'links in it', 'moderation that is answered 200'],
  visibility: 'weak',
  prior: -4.6,
  concerns: ({ contributions }) => contributions > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'CONTRIBUTES_MORE',
      feature: 'contributions',
      // Comments of an active user in a day, without a baseline to tell. Assumption.
      floor: 8,
      // Sending messages is what many apps are for.
      applies: ({ identity }) => identity.agentKind !== 'app',
      text: (count) => `sent ${count} comments, posts or messages`,
    }),
    contributesUnread,
    contributionsRefused,
    bareCrowd('contribution'),
    nothingBut({
      code: 'NOTHING_BUT_CONTRIBUTIONS',
      count: ({ contributions }) => contributions,
      least: 4,
      what: 'contribute',
    }),
  ],
};
