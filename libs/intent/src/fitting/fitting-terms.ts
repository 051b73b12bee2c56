/** What weights are fitted for. */
export interface FittingTerms {
  /**
   * `own`: estates like the labelled ones; folds of visitors are held back, the priors follow the mix. `any`: logs of other
   * origins; whole families of sets are held back and count alike, who shows nothing stays undecided, and what a
   * driven browser does as well as a person is bounded.
   */
  readonly purpose: 'own' | 'any';
  /** Parts that visitors are held back in, for `own`. */
  readonly folds: number;
}
