import { weigh } from '../../evidence/weigh.js';
import { beyond } from '../beyond.js';
import { type ClientContext } from '../client-context.js';
import { type ClientThreat, type SubVisitorRule } from '../client-threat.js';
import { type StrangeConduct } from '../company-of.js';
import { limitOf } from '../person-habits.js';
import { clientFailsAlike } from '../shared-rules.js';
import { type SubVisitor } from '../sub-visitor.js';

/** Under one payment in ten calls that cost, they were not made to pay. Assumption. */
const HARDLY_ANY = 0.1;

const limitFor = ({ people }: SubVisitor, { habits }: ClientContext): number =>
  limitOf(habits, 'paidCalls', people);

const isHardlyPaidFor: StrangeConduct = (one, context) =>
  one.paidCalls > limitFor(one, context) && one.payments < HARDLY_ANY * one.paidCalls;

const costsWithoutPayment: SubVisitorRule = (one, context) => {
  const limit = limitFor(one, context);
  return isHardlyPaidFor(one, context)
    ? weigh('COSTS_WITHOUT_PAYMENT', {
        value: one.paidCalls,
        baseline: limit,
        strength: beyond(one.paidCalls, limit),
        text: `made ${one.paidCalls} calls that cost the bank money (codes, confirmations of funds, payments tried) and ${one.payments} payments`,
      })
    : null;
};

/**
 * OAT-003 through an API client: what the bank pays for (codes by SMS, confirmations of funds, payments begun), without the
 * payments it is for. Subtracted: a client none of whose payments get through. Not visible: what a call costs; the roles that
 * cost are a setting.
 */
export const costShifting: ClientThreat = {
  id: 'OAT-003',
  name: 'cost shifting',
  prior: -4.5,
  rules: [
    costsWithoutPayment,
    clientFailsAlike(
      {
        failures: ({ paidCalls, payments }) => Math.max(0, paidCalls - payments),
        tries: ({ paidCalls }) => paidCalls,
      },
      isHardlyPaidFor,
    ),
  ],
};
