import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { type Populate } from '../world/population.js';
import { browserCrowd, browserRush } from './browser-crowd.js';
import { bankVisit } from './journeys/bank-visit.js';

/** People at their bank's single-page application: few files, then JSON only. */
export const bankCustomers: Populate = (world) =>
  browserCrowd(world, {
    name: 'bank_customer',
    people: world.count(800, 110),
    visitsPerDay: world.count(430, 60),
    rhythm: SHOP_RHYTHM,
    journey: (browser, index) => bankVisit(browser, { customer: 50_000 + index, expired: false }),
  });

/** Customers whose passwords expire on the same day: all fail first, then change them by a code. */
export const expiredPasswords: Populate = (world) =>
  browserRush(world, {
    name: 'expired_password',
    people: world.count(120, 16),
    span: world.calendar.passwordExpiry,
    journey: (browser, index) => bankVisit(browser, { customer: 60_000 + index, expired: true }),
  });
