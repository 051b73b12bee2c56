import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { A_PAUSE_MS, ENOUGH_TURNS, hurries } from './hurries.js';
import { isCrowd } from './is-crowd.js';

/** Who turns page after page and never once stays is driven by a timer or by nothing at all, or is a person in a hurry. */
const hurriesThroughPages: EvidenceRule = ({ features }, estate) => {
  const { pageTurns, longestPauseMs } = features;
  if (longestPauseMs === null || !hurries(features, estate)) return null;
  return weigh('HURRIES_THROUGH_PAGES', {
    value: longestPauseMs,
    baseline: A_PAUSE_MS,
    strength: Math.min(2, Math.log(60_000 / (longestPauseMs + 1_000))),
    text: `turned ${pageTurns} pages and never stayed longer than ${seconds(longestPauseMs)} on any`,
  });
};

/** One page read far longer than the others: three times the median, which a timer would not do. */
const pausesOnPages: EvidenceRule = ({ features }) => {
  const { pageTurns, longestPauseMs, medianPauseMs } = features;
  const least = Math.max(A_PAUSE_MS, 3 * (medianPauseMs ?? 0));
  const pauses = pageTurns >= ENOUGH_TURNS && longestPauseMs !== null && longestPauseMs >= least;
  if (!pauses || isCrowd(features)) return null;
  return weigh('PAUSES_ON_PAGES', {
    value: longestPauseMs,
    baseline: medianPauseMs,
    strength: Math.min(1.5, Math.log(longestPauseMs / 30_000)),
    text: `stayed ${seconds(longestPauseMs)} on one page and ${seconds(medianPauseMs ?? 0)} on a middling one, as readers do`,
  });
};

/** Share of the turns beyond chance from which on somebody goes back on purpose, and what a middling reader reaches. Assumptions. */
const ON_PURPOSE = 0.1;
const AS_READERS_DO = 0.2;

/**
 * People go back to the page they came from and take the next link there: revisits to the page before the
 * last are the commonest kind (Cockburn and McKenzie, "What do web users do?", Int. J. Human-Computer Studies 54,
 * 2001). Programs walk on; one that takes any link of few pages comes back by chance, once in as many turns as there are pages, which
 * is taken off. Only links back are seen, a browser's own back button rarely asks the server.
 * Somebody who alternates between few pages is rather a monitor.
 */
const goesBack: EvidenceRule = ({ features }) => {
  const { pageTurns, backtracks, distinctPages } = features;
  if (backtracks < 2 || distinctPages < 4) return null;
  const share = (backtracks - pageTurns / distinctPages) / pageTurns;
  if (share < ON_PURPOSE) return null;
  return weigh('GOES_BACK', {
    value: backtracks,
    baseline: Math.round((10 * pageTurns) / distinctPages) / 10,
    strength: Math.min(1.5, share / AS_READERS_DO),
    text: `went back to the page it came from ${backtracks} times in ${pageTurns}`,
  });
};

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

/** What the turning of pages gives away, once images, styles and scripts are left aside. */
export const pageTurnRules: readonly EvidenceRule[] = [
  hurriesThroughPages,
  pausesOnPages,
  goesBack,
];
