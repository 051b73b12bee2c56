import { type Source } from '#libs/traffic';

/** A source, and where it is read. */
export interface SourcePlan {
  readonly source: Source;
  /** Kafka topics; none for files. */
  readonly topics: readonly string[];
  /** Age at which an event's time is not believed any more, milliseconds. */
  readonly maxEventAgeMs: number;
}

/** At least one. */
export type SourcePlans = readonly [SourcePlan, ...SourcePlan[]];
