import { type VisitorFeatures } from '../visitor-features.js';
import { type ActorDeed } from './actor-deed.js';

/** Different pages that somebody who only looks something up does not open. Assumption. */
const PAGE_AFTER_PAGE = 8;

/** Whether a visitor did it as programs do; the same conditions as in the query `campaign-actors`. */
const deeds: Readonly<Record<ActorDeed, (features: VisitorFeatures) => boolean>> = {
  register: ({ registrations }) => registrations > 0,
  otp: ({ otpRequests, otpChecks }) => otpRequests > 0 && otpChecks <= otpRequests * 0.3,
  coupon: ({ couponTries, couponFailures }) =>
    couponFailures > 0 && couponFailures * 2 >= couponTries,
  payment: ({ payments, paymentFailures }) =>
    paymentFailures > 0 && paymentFailures * 4 >= payments * 3,
  payee: ({ payees, loginToPaymentMs, otpChecks, otpFailures }) =>
    payees > 0 && (loginToPaymentMs ?? 60_000) < 60_000 && otpChecks <= otpFailures,
  contribution: ({ contributions }) => contributions > 0,
  vote: ({ votes }) => votes > 0,
  bid: ({ bids }) => bids > 0,
  cart: ({ cartAdds, clientErrors, checkouts, payments, distinctPages }) =>
    cartAdds > clientErrors + 1 && checkouts + payments === 0 && distinctPages * 2 <= cartAdds,
  holding: ({ cartAdds, clientErrors, checkouts, payments, distinctPages }) =>
    cartAdds > clientErrors && checkouts + payments === 0 && distinctPages <= cartAdds,
  checkout: ({ checkouts }) => checkouts > 0,
  challenge: ({ challengesSolved, challengesFailed }) => challengesSolved + challengesFailed > 0,
  search: (features) =>
    features.searches >= 10 &&
    features.searches >= (features.requests - features.assets - features.speculativeSockets) * 0.7,
  probing: ({ unreferredNotFound, requests, assets }) =>
    unreferredNotFound > 0 && requests - assets <= 5,
  mapping: ({ apiDeadEnds }) => apiDeadEnds > 0,
  aggregation: ({ loginSuccesses, accountReads }) => loginSuccesses > 0 && accountReads > 0,
  collecting: ({ distinctPages, referredPages, pages }) =>
    distinctPages >= PAGE_AFTER_PAGE && referredPages * 2 <= pages,
};

const DECLARED = /bot|crawl|spider|compatible;|\+http|preview|monitor/;

/** The groups of those who do `deed` bare as this visitor does, the widest first; none where it does not, or not bare. */
export function actorCellsOf(features: VisitorFeatures, deed: ActorDeed): readonly string[] {
  if (!deeds[deed](features) || !isBare(features, deed)) return [];
  const opens = features.pages + features.loginPageViews > 0;
  const group = `${features.site} ${deed}`;
  return [group, `${group} pages=${opens ? 1 : 0}`];
}

/** All such groups of a visitor. */
export function actorCells(features: VisitorFeatures): readonly string[] {
  return (Object.keys(deeds) as ActorDeed[]).flatMap((deed) => actorCellsOf(features, deed));
}

/** Claims to be a browser and loaded nothing of what pages show; the picture of a challenge is part of the challenge. */
function isBare(
  { keyType, userAgent, assets, challenges }: VisitorFeatures,
  deed: ActorDeed,
): boolean {
  return (
    (keyType === 'address' || keyType === 'address_user_agent') &&
    userAgent.startsWith('Mozilla/') &&
    !DECLARED.test(userAgent.toLowerCase()) &&
    assets <= (deed === 'challenge' ? challenges : 0)
  );
}
