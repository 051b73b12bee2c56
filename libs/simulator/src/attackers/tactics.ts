import { type Tactic } from './tactic.js';
import { accountAggregation } from './tactics/account-aggregation.js';
import { accountCreation } from './tactics/account-creation.js';
import { captchaDefeat } from './tactics/captcha-defeat.js';
import { cardCracking } from './tactics/card-cracking.js';
import { carding } from './tactics/carding.js';
import { cashingOut } from './tactics/cashing-out.js';
import { costInflation } from './tactics/cost-inflation.js';
import { credentialGuessing } from './tactics/credential-guessing.js';
import { credentialStuffing } from './tactics/credential-stuffing.js';
import { expediting } from './tactics/expediting.js';
import { fingerprinting } from './tactics/fingerprinting.js';
import { routeMapping } from './tactics/route-mapping.js';
import { scalping } from './tactics/scalping.js';
import { scraping } from './tactics/scraping.js';
import { searchExhaustion } from './tactics/search-exhaustion.js';
import { seatHoarding } from './tactics/seat-hoarding.js';
import { skewing } from './tactics/skewing.js';
import { sniping } from './tactics/sniping.js';
import { spamming } from './tactics/spamming.js';
import { tokenCracking } from './tactics/token-cracking.js';
import { vulnerabilityProbing } from './tactics/vulnerability-probing.js';

/** One tactic for each OWASP automated threat, OAT-001 to OAT-021. */
export const TACTICS: readonly Tactic[] = [
  carding,
  tokenCracking,
  costInflation,
  fingerprinting,
  scalping,
  expediting,
  credentialGuessing,
  credentialStuffing,
  captchaDefeat,
  cardCracking,
  scraping,
  cashingOut,
  sniping,
  vulnerabilityProbing,
  searchExhaustion,
  skewing,
  spamming,
  routeMapping,
  accountCreation,
  accountAggregation,
  seatHoarding,
];
