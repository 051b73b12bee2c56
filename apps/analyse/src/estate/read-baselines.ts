import {
  type Baseline,
  blendWithHistory,
  type CountedBaseline,
  shrinkToEstate,
} from '#libs/intent';
import { baselineHistory, estateBaselines, type Store } from '#libs/store';

/** Past weeks that say what is usual at this hour. Assumption: a month of habits, recent enough to follow growth. */
const WEEKS = 4;

/** The baselines of one window. */
export interface EstateBaselines {
  /** As counted: what later weeks are blended with. */
  readonly counted: readonly Baseline[];
  /** Blended with the same hour of earlier weeks and drawn towards the estate: what visitors are compared with. */
  readonly blended: readonly Baseline[];
}

/** Baselines of the visitors in `visitor_window`, as of `asOf` (milliseconds since the epoch). */
export async function readBaselines(store: Store, asOf: number): Promise<EstateBaselines> {
  const counted = await store.query<CountedBaseline>(estateBaselines);
  const past = await store.query<Baseline>(baselineHistory, { asOf, weeks: WEEKS });
  return { counted, blended: shrinkToEstate(blendWithHistory(counted, past)) };
}
