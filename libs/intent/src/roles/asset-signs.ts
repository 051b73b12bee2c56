import { addSigns } from './add-signs.js';
import { type RoleReader } from './role-sign.js';

const ENOUGH = 50;
const NEARLY_ALL = 0.9;

/** Something every page pulls in, that leads nowhere and that browsers keep: an asset without an extension. */
export const assetSigns: RoleReader = (conduct) => {
  const { requests, referred, notModified, leadsToPages, leadsToAssets, posts } = conduct;
  if (requests < ENOUGH || posts > 0 || leadsToPages + leadsToAssets > requests / 100) return null;
  return addSigns('asset', -3, [
    referred >= requests * NEARLY_ALL && {
      weight: 2,
      reason: `${referred} of ${requests} requests come from a page, and none leads on to another`,
    },
    notModified >= requests / 50 && {
      weight: 2.5,
      reason: `browsers keep it: ${notModified} requests only asked whether it had changed`,
    },
  ]);
};
