import {
  clickHouseTime,
  type HeldVerdict,
  heldVerdicts,
  lastDecision,
  type Store,
} from '#libs/store';

const WEEK_MS = 7 * 86_400_000;

/** The verdicts that wait for a person, of the last week of event time. */
export async function readHeld(store: Store): Promise<readonly HeldVerdict[]> {
  const [row] = await store.query<{ decidedAt: number }>(lastDecision);
  const since = clickHouseTime(Math.max(0, (row?.decidedAt ?? 0) - WEEK_MS));
  return store.query<HeldVerdict>(heldVerdicts, { since });
}
