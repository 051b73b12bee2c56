import { type PathRole } from '#libs/traffic';
import { type VisitorFeatures } from '../visitor-features.js';

/** Features that count what was done at a place of the role. */
const deeds: Partial<Readonly<Record<PathRole, readonly (keyof VisitorFeatures)[]>>> = {
  login: ['loginAttempts', 'loginPageViews'],
  register: ['registrations'],
  reset: ['resets'],
  otp: ['otpRequests', 'otpChecks'],
  token: ['tokenRequests'],
  payment: ['payments'],
  payee: ['payees'],
  consent: ['consents'],
  accounts: ['accountReads'],
  search: ['searches'],
  item: ['items'],
  cart: ['cartAdds'],
  checkout: ['checkouts'],
  coupon: ['couponTries'],
  asset: ['assets'],
  challenge: ['challenges'],
  contribution: ['contributions'],
  vote: ['votes'],
  bid: ['bids'],
  api: ['apiCalls'],
  feed: ['feeds'],
  health: ['healthChecks'],
};

/** Roles of which a policy can ask. `listing` and `other` have no count of their own. */
export const COUNTED_ROLES = Object.keys(deeds) as readonly PathRole[];

/** Whether the visitor did something at a place of this role, as far as its features count it. */
export function visitedRole(features: VisitorFeatures, role: PathRole): boolean {
  return (deeds[role] ?? []).some((feature) => Number(features[feature]) > 0);
}

/** Features that say no more than which roles were visited. */
export function featuresOfRoles(roles: readonly PathRole[]): Partial<VisitorFeatures> {
  const names = roles.flatMap((role) => (deeds[role] ?? []).slice(0, 1));
  return Object.fromEntries(names.map((name) => [name, 1]));
}
