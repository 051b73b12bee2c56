import { addSigns } from './add-signs.js';
import { type RoleReader } from './role-sign.js';

/** A page from which people go on to so many others lists them. Assumption. */
const MANY_LINKS = 10;

/** A listing is a page from which people go on to many different ones, far more than it is itself. */
export const listingSigns: RoleReader = (conduct) => {
  const { leadsToPaths, leadsToPages, paths, served } = conduct;
  if (leadsToPaths < MANY_LINKS || served === 0) return null;
  return addSigns('listing', -2.5, [
    leadsToPaths >= paths * 5 && {
      weight: 2.5,
      reason: `people go on from it to ${leadsToPaths} different pages`,
    },
    leadsToPages >= served / 3 && { weight: 1.5, reason: 'most who see it go on' },
  ]);
};
