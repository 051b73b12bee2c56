import { type Evidence } from '../evidence/evidence.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { howHurried } from '../nature/how-hurried.js';
import { type VisitorFeatures } from '../visitor-features.js';

const MANY = 20;
/** Among twenty pages a reader rests on one for a minute. Milliseconds; assumption. */
const REST = 60_000;

/** Turning page after page, or search after search, without ever resting on one. */
export const readsWithoutPause: EvidenceRule = ({ features }) =>
  withoutRest(features, Math.min(2, manyTurns(features)));

/** So many, and a short stay on each is no chance. Assumption. */
const SURELY = 60;

/** The same of who collects pages: the more there are, the more it says how short the longest stay was. */
export const collectsWithoutPause: EvidenceRule = ({ features }, estate) => {
  const shortness = howHurried(features, estate) * Math.min(1, features.pageTurns / SURELY);
  return withoutRest(features, Math.min(3, manyTurns(features) * (1 + shortness / 2)));
};

const manyTurns = ({ pageTurns }: VisitorFeatures): number => Math.log(pageTurns / 10);

const withoutRest = (
  { pageTurns, longestPauseMs }: VisitorFeatures,
  strength: number,
): Evidence | null =>
  pageTurns >= MANY && longestPauseMs !== null && longestPauseMs < REST
    ? weigh('READS_WITHOUT_PAUSE', {
        value: longestPauseMs,
        baseline: REST,
        strength,
        text: `turned ${pageTurns} pages and never stayed on one for longer than ${Math.round(longestPauseMs / 1000)} s`,
      })
    : null;
