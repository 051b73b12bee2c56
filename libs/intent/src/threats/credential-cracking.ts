import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { identityRules } from './identity-rules.js';
import { habitOf } from './habit-of.js';
import { headsOf } from './heads-of.js';
import { loginRules } from './login-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

const fewAccounts: EvidenceRule = ({ features }) =>
  features.accounts > 0 && features.accounts * 5 <= features.loginFailures
    ? weigh('MANY_ACCOUNTS', {
        value: features.accounts,
        strength: Math.min(3, Math.log(features.loginFailures / features.accounts) / 1.4),
        text: `tried ${features.loginFailures} passwords on ${features.accounts === 1 ? 'one account' : `${features.accounts} accounts`}`,
      })
    : null;

/** Wrong codes of a person, who gets a new one after a few. NIST SP 800-63B limits the rate of guesses; five is an assumption. */
const WRONG_CODES = 5;

const guessesCodes: EvidenceRule = ({ features }) => {
  const ordinary = WRONG_CODES * headsOf(features);
  return features.otpFailures > ordinary && features.otpFailures * 2 >= features.otpChecks
    ? weigh('GUESSES_CODES', {
        value: features.otpFailures,
        baseline: ordinary,
        strength: Math.min(3.2, 1 + Math.log(features.otpFailures / ordinary)),
        text: `${features.otpFailures} of the ${features.otpChecks} codes it entered were wrong`,
      })
    : null;
};

/** An app whose token ran out asks again a few times. Assumption. */
const RAN_OUT = 10;

const tokensRefused: EvidenceRule = ({ features, identity }, estate) => {
  const usual = 2 * habitOf(estate.baseline(features.site, 'tokenFailures'), 0.9);
  const ordinary = Math.max(RAN_OUT, usual) * headsOf(features);
  const alone = identity.agentKind !== 'app' && features.apiClient === '';
  return alone &&
    features.tokenFailures > ordinary &&
    features.tokenFailures * 2 >= features.tokenRequests
    ? weigh('TOKENS_REFUSED', {
        value: features.tokenFailures,
        baseline: ordinary,
        strength: Math.min(3.5, 1 + Math.log(features.tokenFailures / ordinary)),
        text: `was refused ${features.tokenFailures} of ${features.tokenRequests} tokens`,
      })
    : null;
};

/** New passwords that a person asks for while the mail does not come, each in two steps perhaps. Assumption. */
const LATE_MAILS = 6;

/** OAT-007 Credential Cracking. Told from stuffing by the accounts, where the log names them (hashed); without, the two look alike and stuffing is assumed. */
export const credentialCracking: Threat = {
  id: 'OAT-007',
  name: 'Credential Cracking',
  definition:
    'Valid credentials are found by trying many passwords, or many codes, on few accounts.',
  signals: [
    'failed logins beyond a person’s patience',
    'few accounts, many attempts',
    'codes of a second factor guessed',
    'new passwords asked for, one after the other',
    'lockouts (423, 429)',
  ],
  confounders: [
    'mistyped passwords and people who get in after all',
    'outages and days on which passwords expire: everybody fails alike',
    'people behind one address',
    'an app that repeats a stale password at a slow pace',
  ],
  notVisible: ['names and passwords', 'how the passwords vary'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ loginAttempts, otpChecks, tokenRequests, resets }) =>
    loginAttempts + otpChecks + tokenRequests + resets > 0,
  rules: [
    ...identityRules,
    ...loginRules,
    fewAccounts,
    guessesCodes,
    tokensRefused,
    moreThanOrdinary({
      code: 'RESETS_MORE',
      feature: 'resets',
      floor: LATE_MAILS,
      text: (count) => `asked for a new password ${count} times`,
    }),
    nothingBut({
      code: 'NOTHING_BUT_RESETS',
      count: ({ resets }) => resets,
      least: LATE_MAILS + 1,
      what: 'ask for new passwords',
    }),
  ],
};
