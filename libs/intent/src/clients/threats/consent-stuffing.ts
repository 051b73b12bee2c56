import { weigh } from '../../evidence/weigh.js';
import { beyond } from '../beyond.js';
import { type ClientThreat, type SubVisitorRule } from '../client-threat.js';
import { limitOf } from '../person-habits.js';
import { othersDoTheSame } from '../shared-rules.js';
import { type SubVisitor } from '../sub-visitor.js';

/** Consents created and not followed by a use, an authorisation or a payment of the same key. */
function abandonedOf(one: SubVisitor): number {
  return one.consentsCreated - Math.max(one.consentsUsed, one.authorisations, one.payments);
}

const abandonsConsents: SubVisitorRule = (one, { habits, client }) => {
  const limit = limitOf(habits, 'consents', one.people);
  const abandoned = abandonedOf(one);
  if (abandoned <= limit) return null;
  // Where a client names nobody when it creates consents, its own servers seem to abandon them all.
  const followed = Math.max(client.newConsents, client.authorisations, client.payments);
  if (one.kind === 'caller' && client.consentsCreated < 2 * followed) return null;
  return weigh('ABANDONS_CONSENTS', {
    value: abandoned,
    baseline: limit,
    strength: beyond(abandoned, limit),
    text: `created ${one.consentsCreated} consents, of which at least ${abandoned} were never authorised or used; so many people leave ${limit} at most`,
  });
};

const MOSTLY = 0.6;

const nothingButConsents: SubVisitorRule = ({ consentsCreated, tokenRequests, requests }) => {
  const share = consentsCreated / Math.max(1, requests - tokenRequests);
  return consentsCreated > 1 && share >= MOSTLY
    ? weigh('NOTHING_BUT_CONSENTS', {
        value: Math.round(share * 1000) / 1000,
        baseline: MOSTLY,
        strength: (share - 0.5) * 2,
        text: 'does hardly anything but create consents',
      })
    : null;
};

/**
 * OAT-021 through an API client: consents created and left, which costs the bank records and its customers attention.
 * Subtracted: people who change their mind a few times, clients that name nobody when they create a consent and use them later.
 * Not visible: whether a consent was authorised, where neither that page nor its later use is in the log.
 */
export const consentStuffing: ClientThreat = {
  id: 'OAT-021',
  name: 'consent stuffing',
  prior: -4.5,
  rules: [
    abandonsConsents,
    nothingButConsents,
    othersDoTheSame(
      (one, { habits }) =>
        one.kind !== 'caller' && abandonedOf(one) > limitOf(habits, 'consents', one.people),
    ),
  ],
};
