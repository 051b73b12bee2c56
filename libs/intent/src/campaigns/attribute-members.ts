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

/** Rounds of expectation and maximisation; memberships move by less than a percent after about ten. */
const ROUNDS = 20;
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
 * (the same suspects' kind before the change, and those who came through meanwhile), the crowd's part is
 * learned (EM). How many belong to the crowd is not learned but given, by the excess of the aggregate: the
 * probabilities add up to it, so that one minus their mean is the false discovery rate.
 * After Dempster, Laird, Rubin (1977) for EM; Efron, "Large-Scale Inference" (2010), for the local false
 * discovery rate.
 */
export function attributeMembers(
  suspects: readonly Suspect[],
  ordinary: readonly Suspect[],
  excess: number,
): readonly Attribution[] {
  const values = new TraitValues([...suspects, ...ordinary]);
  const places = suspects.map((suspect) => values.placesOf(suspect));
  const ordinaryPlaces = ordinary.map((one) => values.placesOf(one));
  const usual = new TraitTable(values.counts, ordinaryPlaces, null);
  const share = Math.min(0.999, Math.max(0, excess / suspects.length));
  let crowd = new TraitTable(values.counts, places, firstWeights(values, places, usual, share));
  let probabilities: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ratios = places.map((one) => total(groupRatios(one, crowd, usual)));
    probabilities = calibrated(ratios, share * suspects.length);
    crowd = new TraitTable(values.counts, places, probabilities);
  }
  return suspects.map((suspect, i) => {
    const one = places[i] ?? new Int32Array();
    const groups = groupRatios(one, crowd, usual);
    const probability = probabilities[i] ?? 0;
    const shares = sharedTraits(suspect, one, crowd, usual);
    return { suspect, probability, logRatio: total(groups), groups, shares };
  });
}

/**
 * Before anything is known of the crowd, suspects weigh the more the rarer their values are among the
 * ordinary; otherwise both parts would be alike and stay so.
 */
function firstWeights(
  { counts }: TraitValues,
  places: readonly TraitPlaces[],
  usual: TraitTable,
  share: number,
): readonly number[] {
  const all = new TraitTable(counts, places, null);
  return places.map((one) => {
    const ratio = Math.exp(-total(groupRatios(one, all, usual)));
    return share / (share + (1 - share) * ratio);
  });
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
