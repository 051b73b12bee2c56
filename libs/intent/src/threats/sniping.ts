import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules } from './acting-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { type Threat } from './threat.js';

const bidsUnseen: EvidenceRule = ({ features }) =>
  features.bids >= 3 && (features.items + features.pages) * 3 <= features.bids
    ? weigh('BIDS_UNSEEN', {
        value: features.bids,
        text: `bid ${features.bids} times and looked at next to nothing`,
      })
    : null;

/** Looks at one item by hand in the last minutes of an auction. Assumption. */
const WATCHED = 60;

const watchesToTheLast: EvidenceRule = ({ features }) =>
  features.bids > 0 && features.topItem > WATCHED && features.topItem * 2 >= features.items
    ? weigh('WATCHES_TO_THE_LAST', {
        value: features.topItem,
        baseline: WATCHED,
        strength: Math.min(2, 1 + Math.log(features.topItem / WATCHED) / 2),
        text: `asked for one item ${features.topItem} times and then bid`,
      })
    : null;

/** OAT-013 Sniping: the last action before a deadline, timed by a program. */
export const sniping: Threat = {
  id: 'OAT-013',
  name: 'Sniping',
  definition:
    'A bid or offer is placed at the last moment by a program, so that others have no time to answer.',
  signals: [
    'bids without looking',
    'one item watched at even intervals, then a bid',
    'more bids than bidders of the site place',
  ],
  confounders: ['the rush before an auction ends, which everybody takes part in'],
  notVisible: ['when the auction ends', 'the value of a bid', 'intent'],
  visibility: 'weak',
  prior: -4.8,
  concerns: ({ bids }) => bids > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'BIDS_MORE',
      feature: 'bids',
      // Bids of one person in a day's auctions. Assumption.
      floor: 10,
      text: (count) => `placed ${count} bids`,
    }),
    bidsUnseen,
    watchesToTheLast,
    bareCrowd('bid'),
  ],
};
