import { fitLogistic } from './fit-logistic.js';

/**
 * Turns added-up log-odds into calibrated ones. Evidence is correlated, and adding correlated evidence
 * overstates: a slope under one takes that back, on either side by itself, the offset corrects the prior.
 *
 * It is beta calibration (Kull, Silva Filho and Flach, AISTATS 2017), which has Platt's logistic calibration
 * as the case of two equal slopes: `offset + above · softplus(x) − below · softplus(−x)`, so that far above zero
 * the result grows with `above`, far below with `below`.
 */
export interface Calibration {
  readonly offset: number;
  /** Not negative, so that more evidence never means less. */
  readonly below: number;
  readonly above: number;
}

/** Log-odds as added up, next to the truth. */
export interface AddedEvidence {
  readonly logOdds: number;
  readonly isTrue: boolean;
  readonly importance?: number;
}

export function calibrated({ offset, below, above }: Calibration, logOdds: number): number {
  return offset + above * softplus(logOdds) - below * softplus(-logOdds);
}

/** Without data nothing is changed: slopes are expected at one, the offset at zero, give or take one (two). */
export function fitCalibration(evidence: readonly AddedEvidence[]): Calibration {
  const observations = evidence.map(({ logOdds, isTrue, importance = 1 }) => ({
    values: [1, -softplus(-logOdds), softplus(logOdds)],
    isTrue,
    importance,
  }));
  const [offset, below, above] = fitLogistic(observations, [
    { mean: 0, deviation: 2, sign: 0 },
    { mean: 1, deviation: 1, sign: 1 },
    { mean: 1, deviation: 1, sign: 1 },
  ]);
  return { offset: offset?.value ?? 0, below: below?.value ?? 1, above: above?.value ?? 1 };
}

/**
 * The same, held at zero where nothing is known: who shows no evidence either way stays undecided, whatever the labels say.
 * Labelled visitors that show nothing are mostly bots, because nobody can label a person by nothing; that is how they
 * were labelled and not what visitors are.
 */
export function fitAnchoredCalibration(evidence: readonly AddedEvidence[]): Calibration {
  const observations = evidence.map(({ logOdds, isTrue, importance = 1 }) => ({
    values: [Math.LN2 - softplus(-logOdds), softplus(logOdds) - Math.LN2],
    isTrue,
    importance,
  }));
  const [below, above] = fitLogistic(observations, [
    { mean: 1, deviation: 1, sign: 1 },
    { mean: 1, deviation: 1, sign: 1 },
  ]).map(({ value }) => value);
  return anchored(below ?? 1, above ?? 1);
}

/** The calibration of these slopes that leaves zero at zero. */
export function anchored(below: number, above: number): Calibration {
  return { offset: (below - above) * Math.LN2, below, above };
}

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
