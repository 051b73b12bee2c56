import { addSigns } from './add-signs.js';
import { type RoleReader } from './role-sign.js';

const ENOUGH = 20;

/** What programs and scripts talk to: it leads nowhere, shows nothing and is often written to. */
export const apiSigns: RoleReader = (conduct) => {
  const { requests, gets, posts, leadsToPages, leadsToAssets, notModified } = conduct;
  if (requests < ENOUGH || leadsToPages + leadsToAssets > requests / 100) return null;
  const otherMethods = requests - gets - posts;
  return addSigns('api', -3, [
    otherMethods >= requests / 20 && {
      weight: 3.5,
      reason: `${otherMethods} requests use methods that forms do not`,
    },
    posts >= requests / 2 &&
      conduct.postsSentOn < posts / 10 && {
        weight: 3,
        reason: 'is mostly written to, and answers without sending people on',
      },
    conduct.paths >= 5 && { weight: 0.8, reason: `${conduct.paths} different paths, none a page` },
    notModified === 0 && { weight: 0.4, reason: 'nobody keeps a copy of it' },
  ]);
};
