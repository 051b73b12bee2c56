import { type Suspect, type TraitName, traitNames } from './suspect.js';
import { traitGroups } from './trait-groups.js';
import { type TraitPlaces, TraitTable, TraitValues } from './trait-table.js';

/** How likely one suspect is part of the crowd, and what it shares with it. */
export interface Attribution {
  readonly suspect: Suspect;
  /** 0 to 1; over all suspects they add up to the excess. */
  readonly probability: number;
  /** Natural log of how much likelier its traits are in the crowd than among the ordinary. */
  readonly logRatio: number;
  /** The same, group of traits by group of traits; they add up to it. */
  readonly groups: readonly number[];
  /** Traits at least twice as likely in the crowd, the most telling first. */
  readonly shares: readonly TraitName[];
}

/** A group of traits alone makes a suspect at most this much likelier (e^4 ≈ 55 times) or less likely. Assumption. */
const MOST_PER_GROUP = 4;
/** The traits of each group as places in `traitNames`. */
const groupPlaces = traitGroups.map((group) => group.map((trait) => traitNames.indexOf(trait)));
/** From twice as likely on a trait is called shared. */
const SHARED = Math.log(2);

/**
 * Tells the members of a crowd from ordinary visitors who ended up among the suspects.
 *
 * A two-part mixture by naive Bayes over what visitors share: the ordinary part is given by `ordinary`
 * (the same suspects' kind before the change, and those who came through meanwhile), the crowd's part is what
 * is left of each trait's values when the ordinary are taken away. How many belong to the crowd is given by
 * the excess of the aggregate: the probabilities add up to it, so that one minus their mean is the false
 * discovery rate. Nothing is learned in rounds: where nothing tells suspects apart, that would single out
 * some of them by chance. Local false discovery rate after Efron, "Large-Scale Inference" (2010).
 */
export function attributeMembers(
  suspects: readonly Suspect[],
  ordinary: readonly Suspect[],
  excess: number,
): readonly Attribution[] {
  const values = new TraitValues([...suspects, ...ordinary]);
  const places = suspects.map((suspect) => values.placesOf(suspect));
  const usual = TraitTable.of(
    values.counts,
    ordinary.map((one) => values.placesOf(one)),
  );
  const surplus = Math.min(0.999 * suspects.length, Math.max(0, excess));
  const crowd = TraitTable.beyond(values.counts, places, usual, surplus);
  const groups = places.map((one) => groupRatios(one, crowd, usual));
  const probabilities = calibrated(groups.map(total), surplus);
  return suspects.map((suspect, i) => ({
    suspect,
    probability: probabilities[i] ?? 0,
    logRatio: total(groups[i] ?? []),
    groups: groups[i] ?? [],
    shares: sharedTraits(suspect, places[i] ?? new Int32Array(), crowd, usual),
  }));
}

function groupRatios(places: TraitPlaces, crowd: TraitTable, usual: TraitTable): readonly number[] {
  return groupPlaces.map((group) => {
    const sum = group.reduce(
      (all, trait) => all + crowd.log(places, trait) - usual.log(places, trait),
      0,
    );
    return Math.max(-MOST_PER_GROUP, Math.min(MOST_PER_GROUP, sum / group.length));
  });
}

function total(ratios: readonly number[]): number {
  return ratios.reduce((sum, ratio) => sum + ratio, 0);
}

/** Probabilities with these log ratios, shifted alike so that they add up to `sum` (bisection on the intercept). */
function calibrated(ratios: readonly number[], sum: number): number[] {
  let low = -60;
  let high = 60;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (expectedMembers(ratios, middle) < sum) low = middle;
    else high = middle;
  }
  return ratios.map((ratio) => logistic(ratio + high));
}

function expectedMembers(ratios: readonly number[], intercept: number): number {
  return ratios.reduce((sum, ratio) => sum + logistic(ratio + intercept), 0);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function sharedTraits(
  { traits }: Suspect,
  places: TraitPlaces,
  crowd: TraitTable,
  usual: TraitTable,
): readonly TraitName[] {
  return traitNames
    .map((trait, i) => ({ trait, ratio: crowd.log(places, i) - usual.log(places, i) }))
    .filter(({ trait, ratio }) => traits[trait] !== '' && ratio >= SHARED)
    .toSorted((a, b) => b.ratio - a.ratio)
    .map(({ trait }) => trait);
}
