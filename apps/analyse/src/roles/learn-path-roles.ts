import { type LearnedRole, learnRoles, type PathConduct } from '#libs/intent';
import { clickHouseTime, learnedUntil, pathConduct, type Store } from '#libs/store';
import { type PathRoleRule } from '#libs/traffic';

const DAY_MS = 24 * 3_600_000;
/** Places do not change what they are for from hour to hour, and looking at everybody's use of all of them is dear. */
const QUARTER_MS = DAY_MS / 4;

/**
 * Learns what places are for from the day before the last quarter of a day (UTC) that `asOf` (milliseconds) has passed, unless
 * that was done before, and notes it in `path_roles`, where counting finds it. What was noted once stays, so that a cycle can be counted again.
 */
export async function learnPathRoles(
  store: Store,
  asOf: number,
  rules: readonly PathRoleRule[],
): Promise<void> {
  const until = Math.floor(asOf / QUARTER_MS) * QUARTER_MS;
  const at = clickHouseTime(until).slice(0, 'YYYY-MM-DD hh:mm:ss'.length);
  const [row] = await store.query<{ noted: number }>(learnedUntil, { at });
  if (row !== undefined && row.noted > 0) return;
  const conducts = await store.query<PathConduct>(pathConduct, {
    from: clickHouseTime(until - DAY_MS),
    to: clickHouseTime(until),
  });
  const learned = learnRoles(conducts, rules).filter(({ origin }) => origin !== 'name');
  await store.insertRows(
    'path_roles',
    [nothing, ...learned].map((role) => rowOf(role, at)),
  );
}

/** Says that it was done, whatever came of it. */
const nothing: LearnedRole = {
  site: '',
  place: '',
  role: 'other',
  origin: 'conduct',
  probability: 0,
  reasons: [],
};

function rowOf(learned: LearnedRole, at: string): object {
  return { learned_at: at, ...learned };
}
