import { type PathRole } from './path-roles.js';

/** What somebody says a place of a site is for. */
export interface PathRoleRule {
  /** Host, or `*` for every site. */
  readonly site: string;
  /** A path template as `wherefore roles` prints it; a trailing `*` stands for anything behind it. */
  readonly place: string;
  readonly role: PathRole;
}
