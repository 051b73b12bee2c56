import { weigh } from '../../evidence/weigh.js';
import { beyond } from '../beyond.js';
import { type ClientContext } from '../client-context.js';
import { type ClientThreat, type SubVisitorRule } from '../client-threat.js';
import { limitOf } from '../person-habits.js';
import { othersDoTheSame } from '../shared-rules.js';
import { type SubVisitor } from '../sub-visitor.js';

/** What was served to others behind the client counts as habit; what was refused does not, so that a walk is no excuse for itself. */
function limitFor({ people }: SubVisitor, { habits, client }: ClientContext): number {
  return limitOf(habits, 'accounts', people, client.accountsServedOfOne);
}

const strangeAccounts: SubVisitorRule = (one, context) => {
  const limit = limitFor(one, context);
  return one.accountsRefused > limit
    ? weigh('STRANGE_ACCOUNTS', {
        value: one.accountsRefused,
        baseline: limit,
        strength: beyond(one.accountsRefused, limit),
        text: `asked for ${one.accountsRefused} accounts that were refused and never served to it; so many people have ${limit} at most`,
      })
    : null;
};

const hardlyEverServed: SubVisitorRule = ({ accountsRefused, accounts }) => {
  const share = accountsRefused / accounts;
  return accountsRefused > 0 && share > 0.5
    ? weigh('HARDLY_EVER_SERVED', {
        value: Math.round(share * 1000) / 1000,
        strength: 2 * (share - 0.5),
        text: `was refused ${accountsRefused} of the ${accounts} accounts it asked for`,
      })
    : null;
};

/** Balances and transactions of one account, asked for once, are two calls. */
const ONCE = 2;

const asksAgain: SubVisitorRule = ({ accountsRefused, refusedCalls }) => {
  const times = refusedCalls / accountsRefused;
  return accountsRefused > 0 && times > ONCE
    ? weigh('ASKS_FOR_THE_SAME_AGAIN', {
        value: Math.round(times * 10) / 10,
        baseline: ONCE,
        strength: Math.min(1.5, Math.log(times / ONCE)),
        text: `asks for the same accounts again, ${times.toFixed(1)} times each, as after a consent has ended`,
      })
    : null;
};

/**
 * OAT-020 through an API client: walking through accounts that no consent covers. Subtracted: consents that ended (the same few
 * accounts again and again), outages (they were served the day before), companies with many accounts (people behind the key).
 * Not visible: accounts guessed right, and walks spread so thin that each key stays within what one person has.
 */
export const accountEnumeration: ClientThreat = {
  id: 'OAT-020',
  name: 'account enumeration',
  prior: -4.5,
  rules: [
    strangeAccounts,
    hardlyEverServed,
    asksAgain,
    othersDoTheSame((one, context) => one.accountsRefused > limitFor(one, context)),
  ],
};
