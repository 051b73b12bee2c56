import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { identityRules } from './identity-rules.js';
import { loginRules } from './login-rules.js';
import { type Threat } from './threat.js';

const manyAccounts: EvidenceRule = ({ features }) =>
  features.accounts >= 4 && features.accounts * 2 > features.loginAttempts
    ? weigh('MANY_ACCOUNTS', {
        value: features.accounts,
        strength: Math.min(3, Math.log(features.accounts) / 1.4),
        text: `tried ${features.accounts} different accounts`,
      })
    : null;

/** OAT-008 Credential Stuffing: names and passwords stolen elsewhere, tried one after the other. */
export const credentialStuffing: Threat = {
  id: 'OAT-008',
  name: 'Credential Stuffing',
  definition: 'Names and passwords stolen elsewhere are tried one after the other.',
  signals: [
    'logins and little else, most of them in vain',
    'many accounts from one visitor',
    'many visitors that each try a few, and fail alike',
    'forms sent without having been opened',
  ],
  confounders: [
    'mistyped passwords and people who get in after all',
    'outages and forced password changes: everybody fails alike',
    'people behind one address',
    'an app that repeats a stale password at a slow pace',
  ],
  notVisible: ['whether a password was leaked', 'second factors without a path of their own'],
  visibility: 'strong',
  prior: -4.5,
  concerns: ({ loginAttempts }) => loginAttempts > 0,
  rules: [...identityRules, ...loginRules, manyAccounts],
};
