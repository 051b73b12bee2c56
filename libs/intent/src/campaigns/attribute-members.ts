import { type Suspect, type TraitName } from './suspect.js';
import { traitGroups } from './trait-groups.js';
import { TraitTable, TraitValues } from './trait-table.js';

/** How likely one suspect is part of the crowd, and what it shares with it. */
export interface Attribution {
  readonly suspect: Suspect;
  /** 0 to 1; over all suspects they add up to the excess. */
  readonly probability: number;
  /** Natural log of how much likelier its traits are in the crowd than among the ordinary. */
  readonly logRatio: number;
  /** Traits at least twice as likely in the crowd, the most telling first. */
  readonly shares: readonly TraitName[];
}

/** Rounds of expectation and maximisation; memberships move by less than a percent after about ten. */
const ROUNDS = 20;
/** A group of traits alone makes a suspect at most this much likelier (e^4 ≈ 55 times) or less likely. Assumption. */
const MOST_PER_GROUP = 4;
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
  const usual = tableOf(values, ordinary, () => 1);
  const share = Math.min(0.999, Math.max(0, excess / suspects.length));
  let ratios = suspects.map(() => 0);
  let probabilities = suspects.map(() => share);
  for (let round = 0; round < ROUNDS; round += 1) {
    const crowd = crowdTable(values, suspects, probabilities, round === 0 ? usual : null);
    ratios = suspects.map((suspect) => logRatio(suspect, crowd, usual));
    probabilities = calibrated(ratios, share * suspects.length);
  }
  const crowd = tableOf(values, suspects, (i) => probabilities[i] ?? 0);
  return suspects.map((suspect, i) => ({
    suspect,
    probability: probabilities[i] ?? 0,
    logRatio: ratios[i] ?? 0,
    shares: sharedTraits(suspect, crowd, usual),
  }));
}

/**
 * In the first round, before anything is known of the crowd, suspects weigh the more the rarer their
 * values are among the ordinary; otherwise both parts would be alike and stay so.
 */
function crowdTable(
  values: TraitValues,
  suspects: readonly Suspect[],
  probabilities: readonly number[],
  usual: TraitTable | null,
): TraitTable {
  const all = tableOf(values, suspects, () => 1);
  return tableOf(values, suspects, (i) => {
    const suspect = suspects[i];
    if (usual === null || suspect === undefined) return probabilities[i] ?? 0;
    const share = probabilities[i] ?? 0;
    return share / (share + (1 - share) * Math.exp(-logRatio(suspect, all, usual)));
  });
}

function tableOf(
  values: TraitValues,
  visitors: readonly Suspect[],
  weightOf: (index: number) => number,
): TraitTable {
  const table = new TraitTable(values);
  visitors.forEach((visitor, i) => {
    table.add(visitor, weightOf(i));
  });
  return table;
}

function logRatio(suspect: Suspect, crowd: TraitTable, usual: TraitTable): number {
  return traitGroups.reduce((sum, group) => {
    const ratios = group.map((trait) => traitRatio(suspect, trait, crowd, usual));
    const mean = ratios.reduce((all, ratio) => all + ratio, 0) / ratios.length;
    return sum + Math.max(-MOST_PER_GROUP, Math.min(MOST_PER_GROUP, mean));
  }, 0);
}

function traitRatio(
  suspect: Suspect,
  trait: TraitName,
  crowd: TraitTable,
  usual: TraitTable,
): number {
  return Math.log(crowd.probability(suspect, trait) / usual.probability(suspect, trait));
}

/** Probabilities with these log ratios, shifted alike so that they add up to `sum` (bisection on the intercept). */
function calibrated(ratios: readonly number[], sum: number): number[] {
  let low = -60;
  let high = 60;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (total(ratios, middle) < sum) low = middle;
    else high = middle;
  }
  return ratios.map((ratio) => logistic(ratio + high));
}

function total(ratios: readonly number[], intercept: number): number {
  return ratios.reduce((sum, ratio) => sum + logistic(ratio + intercept), 0);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function sharedTraits(
  suspect: Suspect,
  crowd: TraitTable,
  usual: TraitTable,
): readonly TraitName[] {
  return traitGroups
    .flat()
    .filter((trait) => suspect.traits[trait] !== '')
    .map((trait) => ({ trait, ratio: traitRatio(suspect, trait, crowd, usual) }))
    .filter(({ ratio }) => ratio >= SHARED)
    .toSorted((a, b) => b.ratio - a.ratio)
    .map(({ trait }) => trait);
}
