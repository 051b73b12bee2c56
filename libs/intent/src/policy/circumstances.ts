import { type BlastRadius } from './blast-radius.js';
import { type Sighting } from './sighting.js';

/** What is known of a visitor key beyond its judgement. */
export interface Circumstances {
  readonly now: number;
  /** Whom else a verdict on the key would hit; null where nobody looked. */
  readonly blastRadius: BlastRadius | null;
  /** What was seen of the key in the window, as far as allow rules ask for it. */
  readonly sightings: readonly Sighting[];
  /** Names of the cohorts whose members the key would hit. */
  readonly cohorts: readonly string[];
  /** A person said before that this key is judged wrongly for these reasons, and no others have come. */
  readonly isPardoned: boolean;
}
