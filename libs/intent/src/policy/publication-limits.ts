/**
 * What one cycle may publish. Above a limit new verdicts are held for review; those in force stay. Shares are 0 to 1.
 */
export interface PublicationLimits {
  /** Share of the people of the last 24 hours whom the new verdicts of one cycle, and those of 24 hours, are expected to hit. */
  readonly peoplePerCycle: number;
  readonly peoplePerDay: number;
  /** So many people hit, by expectation, are no matter of shares. */
  readonly peopleAtLeast: number;
  /** Most verdicts in force; above it those of the highest risk stay. */
  readonly total: number;
  /** New verdicts of a cycle for each one in force; counted from `growthFrom` in force on, as if there were so many. */
  readonly growth: number;
  readonly growthFrom: number;
  /** Share of the verdicts in force that a cycle may change or lift before they expire; not asked of fewer than `churnFrom`. */
  readonly churn: number;
  readonly churnFrom: number;
}
