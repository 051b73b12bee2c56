import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules } from './acting-rules.js';
import { headsOf } from './heads-of.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

/** A person clicks again when nothing seems to happen. Assumption. */
const CLICKS_AGAIN = 3;

const votesForOne: EvidenceRule = ({ features }) => {
  const { votes, voteTargets } = features;
  const ordinary = CLICKS_AGAIN * headsOf(features);
  return votes > ordinary && votes > voteTargets * ordinary
    ? weigh('VOTES_FOR_ONE', {
        value: Math.round(votes / Math.max(1, voteTargets)),
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(votes / (Math.max(1, voteTargets) * ordinary))),
        text: `voted ${votes} times on ${voteTargets === 1 ? 'one thing' : `${voteTargets} things`}`,
      })
    : null;
};

/** OAT-016 Skewing: counts that others rely on, moved by repetition. */
export const skewing: Threat = {
  id: 'OAT-016',
  name: 'Skewing',
  definition:
    'Votes, likes, ratings and counted clicks are repeated to move a figure that others rely on.',
  signals: [
    'one target again and again',
    'more votes than visitors of the site give',
    'votes and little else',
  ],
  confounders: ['a link that spreads: many visitors, one vote each', 'impatient clicking'],
  notVisible: ['which figure the business reads', 'the value of a vote'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ votes }) => votes > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'VOTES_MORE',
      feature: 'votes',
      // Likes of an active reader in a day, without a baseline to tell. Assumption.
      floor: 20,
      text: (count) => `voted ${count} times`,
    }),
    votesForOne,
    bareCrowd('vote'),
    nothingBut({ code: 'NOTHING_BUT_VOTES', count: ({ votes }) => votes, least: 5, what: 'vote' }),
  ],
};
