/** A figure with the range that 95 % of repetitions would fall into. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
