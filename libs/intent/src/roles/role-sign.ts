import { type PathRole } from '#libs/traffic';
import { type PathConduct } from './path-conduct.js';

/** What a place's use says for one role: log-odds that it is that role, and the reasons. */
export interface RoleSigns {
  readonly role: PathRole;
  readonly logOdds: number;
  readonly reasons: readonly string[];
}

/** One observation about a place: how much it weighs (natural-log odds) and what it says. */
export interface RoleSign {
  readonly weight: number;
  readonly reason: string;
}

/** Looks at how a place is used and says how likely it has one role; null where it cannot tell. Pure. */
export type RoleReader = (conduct: PathConduct) => RoleSigns | null;
