import { type PathRole } from '#libs/traffic';
import { type RoleSign, type RoleSigns } from './role-sign.js';

/** Adds signs to a prior, as evidence adds up elsewhere: natural-log odds. */
export function addSigns(
  role: PathRole,
  prior: number,
  signs: readonly (RoleSign | false)[],
): RoleSigns {
  const seen = signs.filter((sign) => sign !== false);
  return {
    role,
    logOdds: seen.reduce((sum, { weight }) => sum + weight, prior),
    reasons: seen.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason),
  };
}
