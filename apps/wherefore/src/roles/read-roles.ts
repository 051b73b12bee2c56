import { learnRoles, type LearnedRole, type PathConduct } from '#libs/intent';
import { clickHouseTime, logExtent, pathConduct, type Store } from '#libs/store';
import { type PathRoleRule } from '#libs/traffic';

/** A place with its use and what it turned out to be for. */
export interface PlaceRole {
  readonly conduct: PathConduct;
  readonly learned: LearnedRole;
}

/** What the places of everything stored are for, busiest first. */
export async function readRoles(
  store: Store,
  rules: readonly PathRoleRule[],
): Promise<readonly PlaceRole[]> {
  const [extent] = await store.query<{ oldest: number; newest: number }>(logExtent);
  const conducts = await store.query<PathConduct>(pathConduct, {
    from: clickHouseTime(extent?.oldest ?? 0),
    to: clickHouseTime((extent?.newest ?? 0) + 1),
  });
  const roles = learnRoles(conducts, rules);
  return conducts.flatMap((conduct, index) => {
    const learned = roles[index];
    return learned === undefined ? [] : [{ conduct, learned }];
  });
}
