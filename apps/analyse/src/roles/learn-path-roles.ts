import { type LearnedRole, learnRoles, type PathConduct } from '#libs/intent';
import { clickHouseTime, learnedHour, pathConduct, type Store } from '#libs/store';
import { type PathRoleRule } from '#libs/traffic';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fewer leaves of a folder are pages of their own. Assumption. */
const MEMBERS = 20;

/**
 * Learns what places are for from the day before the full hour that `asOf` (milliseconds) lies in, unless that hour was learned
 * before, and notes it in `path_roles`, where counting finds it. What was noted once stays, so that a cycle can be counted again.
 */
export async function learnPathRoles(
  store: Store,
  asOf: number,
  rules: readonly PathRoleRule[],
): Promise<void> {
  const hour = Math.floor(asOf / HOUR_MS) * HOUR_MS;
  const at = clickHouseTime(hour).slice(0, 'YYYY-MM-DD hh:mm:ss'.length);
  const [row] = await store.query<{ noted: number }>(learnedHour, { at });
  if (row !== undefined && row.noted > 0) return;
  const conducts = await store.query<PathConduct>(pathConduct, {
    from: clickHouseTime(hour - DAY_MS),
    to: clickHouseTime(hour),
    members: MEMBERS,
  });
  const learned = learnRoles(conducts, rules).filter(({ origin }) => origin !== 'name');
  await store.insertRows(
    'path_roles',
    [nothing, ...learned].map((role) => rowOf(role, at)),
  );
}

/** Says that the hour was learned, whatever came of it. */
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
