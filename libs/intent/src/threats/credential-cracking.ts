import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { identityRules } from './identity-rules.js';
import { loginRules } from './login-rules.js';
import { type Threat } from './threat.js';

const fewAccounts: EvidenceRule = ({ features }) =>
  features.accounts > 0 && features.accounts * 5 <= features.loginFailures
    ? weigh('MANY_ACCOUNTS', {
        value: features.accounts,
        strength: Math.min(3, Math.log(features.loginFailures / features.accounts) / 1.4),
        text: `tried ${features.loginFailures} passwords on ${features.accounts === 1 ? 'one account' : `${features.accounts} accounts`}`,
      })
    : null;

/**
 * OAT-007 Credential Cracking: many passwords tried on few accounts. Told from stuffing by the accounts,
 * where the log names them (hashed); without, the two look alike and stuffing is assumed.
 */
export const credentialCracking: Threat = {
  id: 'OAT-007',
  name: 'Credential Cracking',
  prior: -4.6,
  rules: [...identityRules, ...loginRules, fewAccounts],
};
