import { weigh } from '../../evidence/weigh.js';
import { beyond } from '../beyond.js';
import { type ClientContext } from '../client-context.js';
import { type ClientThreat, type SubVisitorRule } from '../client-threat.js';
import { type StrangeConduct } from '../company-of.js';
import { limitOf } from '../person-habits.js';
import { clientFailsAlike } from '../shared-rules.js';
import { type SubVisitor } from '../sub-visitor.js';

const HALF = 0.5;

const limitFor = ({ people }: SubVisitor, { habits }: ClientContext): number =>
  limitOf(habits, 'loginFailures', people);

const failsToLogIn: StrangeConduct = (one, context) =>
  one.loginFailures > limitFor(one, context) && one.loginFailures > HALF * one.loginAttempts;

const loginsFail: SubVisitorRule = (one, context) => {
  const limit = limitFor(one, context);
  return failsToLogIn(one, context)
    ? weigh('CUSTOMER_LOGINS_FAIL', {
        value: one.loginFailures,
        baseline: limit,
        strength: beyond(one.loginFailures, limit),
        text: `failed ${one.loginFailures} of ${one.loginAttempts} logins, codes and authorisations; people give up after about ${limit}`,
      })
    : null;
};

const customersTried: SubVisitorRule = ({ loginAccounts }) =>
  loginAccounts >= 4
    ? weigh('CUSTOMERS_TRIED', {
        value: loginAccounts,
        strength: Math.min(3, Math.log(loginAccounts) / 1.4),
        text: `tried to log in as ${loginAccounts} different customers`,
      })
    : null;

/**
 * OAT-008 through an API client: logins and authorisations tried with stolen credentials, seen where the client hands on the
 * customer's address. Subtracted: mistyped passwords, a client or a bank where everybody fails. Not visible: what customers do
 * at the bank's own pages, unless those requests name the client.
 */
export const accountTakeover: ClientThreat = {
  id: 'OAT-008',
  name: 'account takeover',
  prior: -4.5,
  rules: [
    loginsFail,
    customersTried,
    clientFailsAlike(
      {
        failures: ({ loginFailures }) => loginFailures,
        tries: ({ loginAttempts }) => loginAttempts,
      },
      failsToLogIn,
    ),
  ],
};
