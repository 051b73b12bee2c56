import { type ClientContext } from '../client-context.js';
import { type ClientFigures } from '../client-figures.js';
import { type PersonHabits } from '../person-habits.js';
import { type SubVisitor } from '../sub-visitor.js';

const DAY_MS = 86_400_000;
const NOON = 1_800_000_000_000;

const habits: PersonHabits = {
  accounts: 3,
  consents: 2,
  tokenFailures: 1,
  loginFailures: 2,
  paidCalls: 4,
};

/** One consent of one customer who did nothing yet; `changes` say what it did. */
export function subVisitorWith(changes: Partial<SubVisitor>): SubVisitor {
  return {
    client: 'PSDXX-TEST-1',
    kind: 'consent',
    value: 'c0ffee',
    address: '185.1.2.3',
    userAgent: 'provider/1.0',
    site: 'api.bank.example',
    firstSeen: NOON - DAY_MS,
    lastSeen: NOON,
    lastAppended: NOON,
    people: 0,
    requests: 1,
    attended: 0,
    clientErrors: 0,
    serverErrors: 0,
    bytesOut: 0,
    serviceTimeMs: 0,
    accountCalls: 0,
    accountCallsRefused: 0,
    accounts: 0,
    accountsServed: 0,
    accountsRefused: 0,
    refusedCalls: 0,
    consentsCreated: 0,
    consentsUsed: 0,
    authorisations: 0,
    payments: 0,
    paidCalls: 0,
    tokenRequests: 0,
    tokenFailures: 0,
    tokensTried: 0,
    loginAttempts: 0,
    loginFailures: 0,
    loginAccounts: 0,
    acts: 0,
    actsUnattended: 0,
    ...changes,
  };
}

/** A middling client on a middling day. */
export function clientWith(changes: Partial<ClientFigures>): ClientFigures {
  return {
    client: 'PSDXX-TEST-1',
    requests: 5_000,
    attended: 900,
    clientErrors: 60,
    serverErrors: 10,
    serviceTimeMs: 200_000,
    accountCalls: 4_000,
    accountCallsRefused: 40,
    consentAccounts: 400,
    consentCalls: 4_000,
    consents: 200,
    newConsents: 18,
    consentsCreated: 22,
    authorisations: 0,
    payments: 30,
    paidCalls: 40,
    tokenRequests: 900,
    tokenFailures: 20,
    loginAttempts: 60,
    loginFailures: 5,
    acts: 52,
    actsUnattended: 0,
    subVisitors: 400,
    accountsServedOfOne: 3,
    firstSeen: NOON - DAY_MS,
    lastSeen: NOON,
    ...changes,
  };
}

/** What a sub-visitor of such a client is held against; `company` are the others behind it. */
export function contextWith(
  client: Partial<ClientFigures> = {},
  company: readonly SubVisitor[] = [],
): ClientContext {
  return {
    habits,
    client: clientWith(client),
    behind: (kind) => company.filter((one) => one.kind === kind),
  };
}
