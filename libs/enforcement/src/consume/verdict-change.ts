import { type VerdictMessage } from '../verdict-message.js';

/** One message of the verdict topic, or one row of the history: what became of a key. */
export interface VerdictChange {
  /** The Kafka key: `tenant/type/value`. */
  readonly key: string;
  /** Header `ce_revision`; null on a tombstone that a person wrote by hand, which lifts whatever is known. */
  readonly revision: number | null;
  /** The verdict, or null where it was lifted. */
  readonly message: VerdictMessage | null;
}
