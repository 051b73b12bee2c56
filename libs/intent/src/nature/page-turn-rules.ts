import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { howHurried } from './how-hurried.js';
import { A_PAUSE_MS, ENOUGH_TURNS } from './hurries.js';
import { isClockTrusted } from './is-clock-trusted.js';
import { isCrowd } from './is-crowd.js';

/** Who turns page after page and never once stays is driven by a timer or by nothing at all, or is a person in a hurry. */
const hurriesThroughPages: EvidenceRule = ({ features }, estate) => {
  const { pageTurns, longestPauseMs } = features;
  const hurry = howHurried(features, estate);
  if (longestPauseMs === null || hurry === 0) return null;
  return weigh('HURRIES_THROUGH_PAGES', {
    value: longestPauseMs,
    baseline: A_PAUSE_MS,
    strength: hurry,
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

/** Below this a clock in whole seconds tells too little. Milliseconds. */
const SECONDS = 5_000;
/** Rarer than this among those whose stays are spread at random is worth saying. Probability. */
const RARE = 0.1;

/**
 * Stays that are all about as long. Of stays that end at random (an exponential distribution; those of readers are spread wider,
 * see `hurries`) one in two exceeds the median, one in four twice the median, and so on. How seldom none of so many exceeds the
 * longest is what the rule weighs: a timer with some jitter stays within.
 */
const evenPauses: EvidenceRule = ({ features }, estate) => {
  const { pageTurns, longestPauseMs, medianPauseMs } = features;
  if (pageTurns < ENOUGH_TURNS || longestPauseMs === null || (medianPauseMs ?? 0) < SECONDS)
    return null;
  const times = longestPauseMs / (medianPauseMs ?? longestPauseMs);
  const chance = (1 - 2 ** -times) ** pageTurns;
  if (chance > RARE || isCrowd(features) || !isClockTrusted(features, estate)) return null;
  return weigh('EVEN_PAUSES', {
    value: Math.round(times * 100) / 100,
    baseline: Math.round(Math.log2(pageTurns) * 100) / 100,
    strength: Math.min(2, Math.log10(1 / chance)),
    text: `stayed about as long on each page: at most ${times.toFixed(1)} times as long as on a middling one`,
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
  evenPauses,
  goesBack,
];
