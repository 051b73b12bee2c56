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

/**
 * OAT-008 Credential Stuffing: names and passwords stolen elsewhere, tried one after the other.
 * Confounders subtracted: mistyped passwords, outages (everybody fails alike), people behind one address.
 * Not visible: whether a password was leaked, and second factors without a path of their own.
 */
export const credentialStuffing: Threat = {
  id: 'OAT-008',
  name: 'Credential Stuffing',
  prior: -4.5,
  rules: [...identityRules, ...loginRules, manyAccounts],
};
