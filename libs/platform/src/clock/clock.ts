/** The time as code takes it in, so that specs can give their own. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Milliseconds from an arbitrary start that never run backwards. For durations. */
  monotonic(): number;
}
