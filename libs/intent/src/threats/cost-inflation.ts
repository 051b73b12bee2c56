import { bareCrowd } from './bare-crowd.js';
import { actingRules } from './acting-rules.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

/** OAT-003 Cost-Inflation Fraud (handbook 1.3; before: Ad Fraud): chargeable functions used in bulk, such as codes by SMS. */
export const costInflation: Threat = {
  id: 'OAT-003',
  name: 'Cost-Inflation Fraud',
  definition:
    'Functions that the owner pays for by use (text messages, calls, paid interfaces) are used in bulk to run up the bill or to share in it.',
  signals: [
    'codes sent and never checked',
    'more of them than visitors of the site ask for',
    'nothing before and nothing after',
  ],
  confounders: [
    'a campaign or a forced change of passwords: everybody asks for codes, and checks them',
    'a code that does not arrive and is asked for again, up to three times',
  ],
  notVisible: ['telephone numbers and their countries', 'the bill', 'who earns from it'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ otpRequests }) => otpRequests > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'CODES_NEVER_CHECKED',
      feature: 'otpRequests',
      // A person whose code does not come asks again twice, and checks what comes. Assumption.
      floor: 3,
      strongest: 3,
      applies: ({ features }) => features.otpChecks <= features.otpRequests * 0.3,
      text: (count) => `had ${count} codes sent and checked next to none`,
    }),
    bareCrowd('otp'),
    nothingBut({
      code: 'NOTHING_BUT_CODES',
      count: ({ otpRequests }) => otpRequests,
      least: 4,
      what: 'have codes sent',
    }),
  ],
};
