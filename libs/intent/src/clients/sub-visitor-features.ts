import { type VisitorFeatures } from '../visitor-features.js';
import { type SubVisitor, subVisitorKey } from './sub-visitor.js';
import { uncountedFeatures } from './uncounted-features.js';

/**
 * A sub-visitor in the terms of all visitors. It has no address: the one it came from is the client's, with everybody else
 * behind it, and the customer's cannot be met at the door.
 */
export function subVisitorFeatures(one: SubVisitor): VisitorFeatures {
  return {
    ...uncountedFeatures,
    keyType: 'api_sub_visitor',
    key: subVisitorKey(one),
    address: '',
    userAgent: one.userAgent,
    site: one.site,
    firstSeen: one.firstSeen,
    lastSeen: one.lastSeen,
    requests: one.requests,
    apiCalls: one.requests,
    clientErrors: one.clientErrors,
    serverErrors: one.serverErrors,
    bytesOut: one.bytesOut,
    serviceTimeMs: one.serviceTimeMs,
    loginAttempts: one.loginAttempts,
    loginFailures: one.loginFailures,
    accounts: one.loginAccounts,
    payments: one.payments,
    accountReads: one.accountCalls,
    accountPaths: one.accounts,
    accountRefusals: one.refusedCalls,
    consents: one.consentsCreated,
    tokenRequests: one.tokenRequests,
    tokenFailures: one.tokenFailures,
    apiClient: one.client,
  };
}
