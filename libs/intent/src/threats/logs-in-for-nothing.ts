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
 * Whether a visitor logs in and never does anything then, though the status says that it got in: a site that refuses with status 200, or
 * by sending back to the form. Who gets in came for something. It does so again and again, or is shown the form once more than it
 * sends it. Where half of the site's visitors send half as much, as devices that log in
 * here and work elsewhere do, the former says nothing. The same conditions as in the query `login-groups`, the site's habit aside.
 */
export function logsInForNothing(features: VisitorFeatures, estate: Estate): boolean {
  const { loginSuccesses, loginAttempts, loginPageViews } = features;
  if (loginSuccesses === 0 || !doesNothingElse(features)) return false;
  if (loginPageViews > loginAttempts) return true;
  return loginSuccesses >= AGAIN && loginAttempts > usualLogins(features, estate);
}

/**
 * Whether a visitor logs in under a browser's name and does nothing else, without a page before or after. A browser shows a form, and what
 * comes then. Says nothing of one visitor: the form may be kept elsewhere. The same condition as in the query `login-groups`.
 */
export function logsInUnseen({ features, identity }: Visitor): boolean {
  const { loginAttempts, loginPageViews, pages, assets } = features;
  const unseen = loginAttempts > 0 && pages + loginPageViews + assets === 0;
  return unseen && identity.agentKind === 'browser' && doesNothingElse(features);
}

function doesNothingElse(features: VisitorFeatures): boolean {
  return features.loginAttempts + features.loginPageViews >= deedsOf(features) * NEARLY_ALL;
}

function usualLogins({ site }: VisitorFeatures, estate: Estate): number {
  const baseline = estate.baseline(site, 'topAction');
  return baseline === null || baseline.visitors < A_HABIT ? 0 : 2 * quantileOf(baseline, 0.5);
}
