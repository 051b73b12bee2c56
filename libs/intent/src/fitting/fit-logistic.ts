import { probabilityOf } from '../evidence/log-odds.js';
import { type Coefficient, type CoefficientPrior } from './coefficient-prior.js';
import { solveSymmetric } from './solve-symmetric.js';

/** One observation: the regressors' values, and whether the thing is true. */
export interface Observation {
  readonly values: readonly number[];
  readonly isTrue: boolean;
  /** How much it counts; 1 unless given. */
  readonly importance?: number;
}

const MOST_STEPS = 200;
const MOST_HALVINGS = 40;
/** A step that moves no coefficient further than this ends the search. */
const SETTLED = 1e-9;

interface Slope {
  readonly gradient: number[];
  readonly curvature: number[][];
}

/**
 * Logistic regression with a normal prior on each coefficient and, where wanted, a fixed sign and a
 * furthest distance from zero: the
 * maximum of the posterior (MAP), by Newton's method projected on the constraints (Bertsekas,
 * "Projected Newton methods", SIAM J. Control 20, 1982). With wide priors and no signs it is ordinary
 * maximum likelihood by iteratively reweighted least squares; the priors make the problem strictly
 * convex, so there is one answer, also for data that a line separates. There is no intercept but a
 * column of ones.
 */
export function fitLogistic(
  observations: readonly Observation[],
  priors: readonly CoefficientPrior[],
): Coefficient[] {
  let values = priors.map((prior) => allowed(prior.mean, prior));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = newtonStep(observations, priors, values);
    const moved = Math.max(0, ...next.map((value, i) => Math.abs(value - at(values, i))));
    values = next;
    if (moved < SETTLED) break;
  }
  return withErrors(observations, priors, values);
}

function newtonStep(
  observations: readonly Observation[],
  priors: readonly CoefficientPrior[],
  values: readonly number[],
): number[] {
  const slope = slopeAt(observations, priors, values);
  const free = freeOf(priors, values, slope.gradient);
  if (free.length === 0) return [...values];
  const direction = solveSymmetric(
    part(slope.curvature, free),
    free.map((i) => at(slope.gradient, i)),
  );
  const before = lossAt(observations, priors, values);
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const next = moved(values, priors, free, direction, 0.5 ** halving);
    if (lossAt(observations, priors, next) <= before) return next;
  }
  return [...values];
}

function moved(
  values: readonly number[],
  priors: readonly CoefficientPrior[],
  free: readonly number[],
  direction: readonly number[],
  length: number,
): number[] {
  const next = [...values];
  for (const [k, i] of free.entries()) {
    const prior = priors[i];
    const value = at(values, i) - length * at(direction, k);
    next[i] = prior === undefined ? value : allowed(value, prior);
  }
  return next;
}

/** Coefficients that may move: all but those at their bound that the data push further out. */
function freeOf(
  priors: readonly CoefficientPrior[],
  values: readonly number[],
  gradient: readonly number[],
): number[] {
  return priors.flatMap(({ sign, most = Infinity }, i) => {
    const outward = at(gradient, i) * sign;
    const isAtZero = at(values, i) === 0 && outward >= 0;
    const isAtMost = at(values, i) * sign >= most && outward <= 0;
    return sign !== 0 && (isAtZero || isAtMost) ? [] : i;
  });
}

function slopeAt(
  observations: readonly Observation[],
  priors: readonly CoefficientPrior[],
  coefficients: readonly number[],
): Slope {
  const gradient = priors.map(
    ({ mean, deviation }, i) => (at(coefficients, i) - mean) / deviation ** 2,
  );
  const curvature = priors.map(({ deviation }, i) =>
    priors.map((_, j) => (i === j ? 1 / deviation ** 2 : 0)),
  );
  for (const { values, isTrue, importance = 1 } of observations) {
    const probability = probabilityOf(sumOf(values, coefficients));
    const error = importance * (probability - Number(isTrue));
    const spread = importance * probability * (1 - probability);
    addOne({ gradient, curvature }, values, error, spread);
  }
  return { gradient, curvature };
}

function addOne(
  { gradient, curvature }: Slope,
  values: readonly number[],
  error: number,
  spread: number,
): void {
  for (const [i, value] of values.entries()) {
    if (value === 0) continue;
    gradient[i] = at(gradient, i) + error * value;
    const row = curvature[i] ?? [];
    for (const [j, other] of values.entries()) row[j] = at(row, j) + spread * value * other;
  }
}

/** Negative log posterior, up to a constant. */
function lossAt(
  observations: readonly Observation[],
  priors: readonly CoefficientPrior[],
  coefficients: readonly number[],
): number {
  let loss = 0;
  for (const [i, { mean, deviation }] of priors.entries())
    loss += (at(coefficients, i) - mean) ** 2 / (2 * deviation ** 2);
  for (const { values, isTrue, importance = 1 } of observations) {
    const logOdds = sumOf(values, coefficients);
    loss += importance * softplus(isTrue ? -logOdds : logOdds);
  }
  return loss;
}

function withErrors(
  observations: readonly Observation[],
  priors: readonly CoefficientPrior[],
  values: readonly number[],
): Coefficient[] {
  const { gradient, curvature } = slopeAt(observations, priors, values);
  const free = freeOf(priors, values, gradient);
  const own = part(curvature, free);
  return values.map((value, i) => {
    const place = free.indexOf(i);
    if (place < 0) return { value, standardError: 0 };
    const unit = free.map((_, k) => Number(k === place));
    return { value, standardError: Math.sqrt(at(solveSymmetric(own, unit), place)) };
  });
}

const part = (matrix: readonly number[][], indices: readonly number[]): number[][] =>
  indices.map((i) => indices.map((j) => at(matrix[i] ?? [], j)));

const sumOf = (values: readonly number[], coefficients: readonly number[]): number =>
  values.reduce((sum, value, i) => sum + value * at(coefficients, i), 0);

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

function allowed(value: number, { sign, most = Infinity }: CoefficientPrior): number {
  if (sign === 0) return value;
  const size = Math.min(most, Math.max(0, value * sign));
  return size === 0 ? 0 : sign * size;
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;
