import { type Source } from '#libs/traffic';

/** A source as its description says it is. */
export interface DescribedSource extends Source {
  /** The Kafka topics that carry it; none for one that is read from files only. */
  readonly topics: readonly string[];
  /** Events older than this when they were appended are marked suspect; milliseconds. Absent: as ingest is set. */
  readonly maxEventAgeMs?: number;
}
