/** What is thought of one coefficient of a regression before the data are seen. */
export interface CoefficientPrior {
  /** Where it is expected: the weight assumed so far. */
  readonly mean: number;
  /** How far from there it may well be, as the standard deviation of a normal distribution. */
  readonly deviation: number;
  /** The only sign it may have: 1 not negative, -1 not positive, 0 either. */
  readonly sign: -1 | 0 | 1;
  /** The furthest it may be from zero; any distance unless given. Needs a sign. */
  readonly most?: number;
}

/** A fitted coefficient. */
export interface Coefficient {
  readonly value: number;
  /**
   * Standard error by the curvature of the posterior (Laplace approximation); 0 where a constraint
   * holds the value.
   */
  readonly standardError: number;
}
