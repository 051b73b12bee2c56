import { accountAggregation } from './account-aggregation.js';
import { accountCreation } from './account-creation.js';
import { captchaDefeat } from './captcha-defeat.js';
import { cardCracking } from './card-cracking.js';
import { carding } from './carding.js';
import { cashingOut } from './cashing-out.js';
import { costInflation } from './cost-inflation.js';
import { credentialCracking } from './credential-cracking.js';
import { credentialStuffing } from './credential-stuffing.js';
import { denialOfInventory } from './denial-of-inventory.js';
import { denialOfService } from './denial-of-service.js';
import { expediting } from './expediting.js';
import { fingerprinting } from './fingerprinting.js';
import { footprinting } from './footprinting.js';
import { partOfCampaign } from './part-of-campaign.js';
import { scalping } from './scalping.js';
import { scraping } from './scraping.js';
import { skewing } from './skewing.js';
import { sniping } from './sniping.js';
import { spamming } from './spamming.js';
import { type Threat } from './threat.js';
import { tokenCracking } from './token-cracking.js';
import { vulnerabilityScanning } from './vulnerability-scanning.js';

/** In the handbook's order. A new one is one more file and one more line. */
const alone: readonly Threat[] = [
  carding,
  tokenCracking,
  costInflation,
  fingerprinting,
  scalping,
  expediting,
  credentialCracking,
  credentialStuffing,
  captchaDefeat,
  cardCracking,
  scraping,
  cashingOut,
  sniping,
  vulnerabilityScanning,
  denialOfService,
  skewing,
  spamming,
  footprinting,
  accountCreation,
  accountAggregation,
  denialOfInventory,
];

/** Every automated threat of OWASP's handbook; each also weighs membership of a campaign of its kind. */
export const threats: readonly Threat[] = alone.map((threat) => ({
  ...threat,
  rules: [...threat.rules, partOfCampaign(threat.id)],
}));
