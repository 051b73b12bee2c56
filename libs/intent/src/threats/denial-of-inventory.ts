import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { actingRules } from './acting-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

const holdsAgain: EvidenceRule = ({ features }) =>
  features.cartAdds >= 12 &&
  features.activeHours >= 4 &&
  features.checkouts + features.payments === 0
    ? weigh('HOLDS_AGAIN_AND_AGAIN', {
        value: features.activeHours,
        strength: Math.min(2, features.activeHours / 6),
        text: `came back in ${features.activeHours} different hours to hold again, and never bought`,
      })
    : null;

/** Things that people put into the cart again because it ran out. Assumption. */
const AGAIN = 3;
/** The same of those who load nothing of what pages show: seats are not chosen from a plan that was not loaded. Assumption. */
const AGAIN_BARE = 1;

const holdsTheSame: EvidenceRule = ({ features }, estate) => {
  const { cartAdds, topAction, distinctPages, checkouts, payments, assets, pages, site } = features;
  const isBare = assets === 0 && pages > 0 && servesAssets(estate.profile(site));
  const again = isBare ? AGAIN_BARE : AGAIN;
  const looks = isBare ? distinctPages === 1 : distinctPages * 3 <= cartAdds;
  return cartAdds > again && topAction >= cartAdds * 0.8 && looks && checkouts + payments === 0
    ? weigh('HOLDS_THE_SAME', {
        value: cartAdds,
        baseline: again,
        strength: Math.min(2, 1 + Math.log(cartAdds / again) / 2),
        text: `held ${cartAdds} times, looking at ${distinctPages === 1 ? 'one page' : `${distinctPages} pages`} only, and never bought`,
      })
    : null;
};

/** OAT-021 Denial of Inventory: goods held and never bought. */
export const denialOfInventory: Threat = {
  id: 'OAT-021',
  name: 'Denial of Inventory',
  definition:
    'Goods, seats or appointments are put into carts or reserved and never bought, so that others cannot have them.',
  signals: [
    'more held than visitors of the site hold, nothing bought',
    'held again after the hold has expired',
    'carts and little else',
  ],
  confounders: [
    'people who use the cart as a wish list: they look at what they put there',
    'a sale: everybody holds',
  ],
  notVisible: ['stock', 'when a hold expires', 'reservations without a path of their own'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ cartAdds }) => cartAdds > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'HOLDS_WITHOUT_BUYING',
      feature: 'cartAdds',
      // A long wish list. Assumption.
      floor: 15,
      applies: ({ features }) => (features.checkouts + features.payments) * 20 <= features.cartAdds,
      text: (count) => `put ${count} things into carts or reserved them and bought nothing`,
    }),
    nothingBut({
      code: 'NOTHING_BUT_CARTS',
      count: ({ cartAdds }) => cartAdds,
      least: 6,
      what: 'fill carts',
    }),
    holdsAgain,
    holdsTheSame,
    bareCrowd('cart', 'holding'),
  ],
};
