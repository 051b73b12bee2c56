import {
  type BetaBinomial,
  fitBetaBinomial,
  meanOf,
  type Ratio,
  upperTail,
} from './beta-binomial.js';
import { cusumOf, DECISION } from './cusum.js';
import { type Excess } from './excess.js';
import { seasonalBaseline, type SeasonalBaseline } from './seasonal-baseline.js';
import { type TrafficSeries } from './traffic-series.js';

const HOUR_MS = 3_600_000;
const DAY = 24;
/** Days of history below which nothing is said about time. Assumption: fewer tell no day from a trend. */
const LEAST_DAYS = 3;
/** Fewer addresses more than expected are left to the evidence about each. Assumption. */
const LEAST_EXCESS = 15;
/** An excess is at least this part of what is expected. Assumption. */
const LEAST_GROWTH = 0.25;
/** Standard deviations of the day's count. */
const DAY_SIGMAS = 4;
/** Probability of the day's ratio under the history's beta-binomial below which it is no chance. */
const CHANCE = 1e-5;
/** How far back a change may lie: a week. */
const RECENT_HOURS = 7 * DAY;

/** The two measures of a series: a part, hour by hour, and the whole that it is a part of. */
interface Measure {
  readonly name: Excess['measure'];
  readonly part: readonly number[];
  readonly whole: readonly number[];
}

/**
 * Finds what a site sees too much of in the 24 hours before the end of its series, all visitors together.
 *
 * Three things have to agree: the hourly count has left its seasonal baseline for good (cumulative sum),
 * the day's count is far above that baseline, and so is its share of the whole (beta-binomial). A sale raises counts,
 * not shares; an outage raises shares, and `moreActors` tells. After Javed and Paxson, "Detecting Stealthy,
 * Distributed SSH Brute-Forcing" (CCS 2013), who watch the site-wide count of failed logins the same way:
 * beta-binomial, then CUSUM.
 *
 * `acting`: start of a campaign that is known to go on; hours from there on are no history, so that a
 * patient attacker does not become ordinary.
 */
export function findExcess(series: TrafficSeries, acting: number | null = null): readonly Excess[] {
  const measures: readonly Measure[] = [
    { name: 'bad', part: series.bad, whole: series.actors },
    { name: 'actors', part: series.actors, whole: series.visitors },
  ];
  const known = historyLength(series, acting);
  if (known < LEAST_DAYS * DAY) return [];
  return measures.flatMap((measure) => excessOf(measure, series, known) ?? []);
}

function historyLength(series: TrafficSeries, acting: number | null): number {
  const hours = series.actors.length - DAY;
  const before = acting === null ? hours : Math.floor((acting - series.from) / HOUR_MS);
  return Math.min(hours, before);
}

function excessOf(measure: Measure, series: TrafficSeries, known: number): Excess | null {
  const end = measure.part.length;
  const observed = sumOf(measure.part, end);
  const baseline = seasonalBaseline(measure.part.slice(0, known));
  const day = baseline.day(end);
  const tolerated = Math.max(LEAST_EXCESS, LEAST_GROWTH * day.mean, DAY_SIGMAS * day.spread);
  if (observed - day.mean < tolerated) return null;
  const model = fitBetaBinomial(dailyRatios(measure, known));
  if (upperTail(ratioAt(measure, end), model) >= CHANCE) return null;
  const expected = Math.max(day.mean, explainedByRest(ratioAt(measure, end), model));
  if (observed - expected < LEAST_EXCESS) return null;
  const since = changeOf(measure.part, baseline);
  if (since === null) return null;
  const actors = seasonalBaseline(series.actors.slice(0, known)).day(end);
  return {
    site: series.site,
    kind: series.kind,
    measure: measure.name,
    observed,
    expected,
    moreActors: sumOf(series.actors, end) - actors.mean,
    actorSpread: actors.spread,
    start: series.from + since * HOUR_MS,
  };
}

/** How many bad outcomes the others of the same day explain: those who came through, times the usual odds. */
function explainedByRest({ bad, all }: Ratio, model: BetaBinomial): number {
  const share = meanOf(model);
  return ((all - bad) * share) / (1 - share);
}

/** Index of the hour in which the present rise began, or null where there is none. */
function changeOf(counts: readonly number[], baseline: SeasonalBaseline): number | null {
  const first = Math.max(0, counts.length - RECENT_HOURS);
  const excesses = counts.slice(first).map((count, i) => {
    const { mean, spread } = baseline.hour(first + i);
    return (count - mean) / spread;
  });
  const { sum, since } = cusumOf(excesses);
  return since === null || sum < DECISION ? null : first + since;
}

/** The whole days of the history, counted back from its end. */
function dailyRatios(measure: Measure, known: number): readonly Ratio[] {
  return Array.from({ length: Math.floor(known / DAY) }, (_, day) =>
    ratioAt(measure, known - day * DAY),
  );
}

/** The 24 hours before `end`; those who act are never more than the whole. */
function ratioAt({ part, whole }: Measure, end: number): Ratio {
  const bad = sumOf(part, end);
  return { bad, all: Math.max(bad, sumOf(whole, end)) };
}

function sumOf(counts: readonly number[], end: number): number {
  return counts.slice(Math.max(0, end - DAY), end).reduce((sum, count) => sum + count, 0);
}
