import { type ClientThreat } from './client-threat.js';
import { accountEnumeration } from './threats/account-enumeration.js';
import { accountTakeover } from './threats/account-takeover.js';
import { consentStuffing } from './threats/consent-stuffing.js';
import { costShifting } from './threats/cost-shifting.js';
import { tokenProbing } from './threats/token-probing.js';

/** What those behind API clients are judged for. */
export const clientThreats: readonly ClientThreat[] = [
  accountEnumeration,
  consentStuffing,
  tokenProbing,
  accountTakeover,
  costShifting,
];
