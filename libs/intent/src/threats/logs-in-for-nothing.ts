import { type Estate } from '../estate.js';
import { quantileOf } from '../baseline.js';
import { type Visitor } from '../visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { deedsOf } from './deeds-of.js';

/** A person logs in again after a mistake or two. Assumption. */
const AGAIN = 3;
/** Fewer visitors that send something are no habit of the site. Assumption. */
const A_HABIT = 8;
/** Of what it did, assets aside. Assumption. */
const NEARLY_ALL = 0.9;

/**
 * Whether a visitor logs in again and again and never does anything then, though the status says that it got in: an interface
 * that refuses with status 200. Who gets in came for something. Where half of the site's visitors send half as much, as devices that log in
 * here and work elsewhere do, it says nothing. The same condition as in the query `login-groups`, the site's habit aside.
 */
export function logsInForNothing(features: VisitorFeatures, estate: Estate): boolean {
  const { loginAttempts, loginSuccesses, site } = features;
  const baseline = estate.baseline(site, 'topAction');
  const usual =
    baseline === null || baseline.visitors < A_HABIT ? 0 : 2 * quantileOf(baseline, 0.5);
  return loginSuccesses >= AGAIN && doesNothingElse(features) && loginAttempts > usual;
}

/**
 * Whether a visitor logs in once or twice, does nothing else, and is shown the form again, or never opened it under a browser's name. Says
 * nothing of one visitor: what follows may be kept elsewhere. The same condition as in the query `login-groups`.
 */
export function leavesUntold({ features, identity }: Visitor): boolean {
  const { loginSuccesses, loginAttempts, loginPageViews, pages, assets } = features;
  if (loginSuccesses === 0 || loginSuccesses >= AGAIN || !doesNothingElse(features)) return false;
  const unseen = pages + loginPageViews + assets === 0 && identity.agentKind === 'browser';
  return unseen || loginPageViews > loginAttempts;
}

function doesNothingElse(features: VisitorFeatures): boolean {
  return features.loginAttempts + features.loginPageViews >= deedsOf(features) * NEARLY_ALL;
}
