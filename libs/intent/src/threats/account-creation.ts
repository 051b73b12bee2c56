import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { actingRules } from './acting-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

const registersUnseen: EvidenceRule = ({ features, identity }, estate) =>
  features.registrations > 0 &&
  features.pages + features.assets === 0 &&
  identity.agentKind !== 'app' &&
  features.apiClient === '' &&
  servesAssets(estate.profile(features.site))
    ? weigh('REGISTERS_UNSEEN', {
        value: features.registrations,
        text: 'registers without having opened the form',
      })
    : null;

const leftUnused: EvidenceRule = ({ features }) =>
  features.registrations - features.registrationFailures >= 3 &&
  features.loginSuccesses +
    features.accountReads +
    features.items +
    features.cartAdds +
    features.contributions ===
    0
    ? weigh('ACCOUNTS_LEFT_UNUSED', {
        value: features.registrations - features.registrationFailures,
        text: 'does nothing with the accounts it created',
      })
    : null;

/** OAT-019 Account Creation: accounts in bulk, to be misused later. */
export const accountCreation: Threat = {
  id: 'OAT-019',
  name: 'Account Creation',
  definition: 'Accounts are created in bulk to be used or sold for misuse later.',
  signals: [
    'more registrations than visitors of the site send',
    'registrations without browsing',
    'accounts that are not used',
    'a fixed pace',
  ],
  confounders: [
    'an advertising campaign: everybody registers once',
    'a form that is sent again because a field was wrong',
    'families behind one address',
  ],
  notVisible: ['e-mail addresses and telephone numbers', 'what the profiles say'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ registrations, consents }) => registrations + consents > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'REGISTERS_MORE',
      feature: 'registrations',
      // A person sends the form again for a taken name or a weak password. Assumption.
      floor: 3,
      text: (count) => `registered ${count} times`,
    }),
    nothingBut({
      code: 'NOTHING_BUT_REGISTRATION',
      count: ({ registrations }) => registrations,
      least: 4,
      what: 'register',
    }),
    leftUnused,
    registersUnseen,
    bareCrowd('register'),
  ],
};
