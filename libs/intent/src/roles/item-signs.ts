import { addSigns } from './add-signs.js';
import { type RoleReader } from './role-sign.js';

/** So many pages of one shape are members of a collection. Assumption. */
const MANY_MEMBERS = 20;

/** Items are many pages of one shape that people reach from other pages and that have assets of their own. */
export const itemSigns: RoleReader = (conduct) => {
  const { paths, served, gets, referred, requests, leadsToAssets, leadsToPages } = conduct;
  // What leads nowhere and shows nothing is no page.
  if (leadsToAssets + leadsToPages < served / 20) return null;
  if (paths < MANY_MEMBERS || served < gets / 2 || conduct.posts > requests / 4) return null;
  return addSigns('item', -2, [
    {
      weight: Math.min(2.5, Math.log(paths / MANY_MEMBERS) + 1),
      reason: `${paths} different pages of the same shape`,
    },
    leadsToAssets + leadsToPages >= served / 4 && {
      weight: 1.5,
      reason: 'its pages load assets or lead on, so people read them',
    },
    referred >= requests / 5 && {
      weight: 1,
      reason: 'people come to it from other pages of the site',
    },
  ]);
};
