import { type ClientFigures } from './client-figures.js';
import { type SubVisitor, type SubVisitorKind } from './sub-visitor.js';

/** Counts that a client's ratios are made of and its sub-visitors have, too. */
const shared = [
  'requests',
  'attended',
  'clientErrors',
  'serverErrors',
  'serviceTimeMs',
  'accountCalls',
  'accountCallsRefused',
  'consentsCreated',
  'authorisations',
  'payments',
  'paidCalls',
  'tokenRequests',
  'tokenFailures',
  'loginAttempts',
  'loginFailures',
] as const;

const kinds: readonly SubVisitorKind[] = ['consent', 'account', 'customer_address', 'caller'];

/**
 * What is left of a client without some of those behind it. A call counts for each key it names, so of the kinds of key the
 * one that takes most of a count is taken away, not their sum.
 */
export function withoutSuspects(
  client: ClientFigures,
  suspects: readonly SubVisitor[],
): ClientFigures {
  const rest = { ...client };
  for (const name of shared) {
    rest[name] = Math.max(0, client[name] - most(suspects, (one) => one[name]));
  }
  rest.consents = Math.max(0, client.consents - ofKind(suspects, 'consent', reads));
  rest.consentAccounts = Math.max(
    0,
    client.consentAccounts - ofKind(suspects, 'consent', ({ accounts }) => accounts),
  );
  rest.consentCalls = Math.max(
    0,
    client.consentCalls - ofKind(suspects, 'consent', ({ accountCalls }) => accountCalls),
  );
  return rest;
}

function reads({ accountCalls }: SubVisitor): number {
  return accountCalls > 0 ? 1 : 0;
}

function most(suspects: readonly SubVisitor[], count: (one: SubVisitor) => number): number {
  return Math.max(...kinds.map((kind) => ofKind(suspects, kind, count)));
}

function ofKind(
  suspects: readonly SubVisitor[],
  kind: SubVisitorKind,
  count: (one: SubVisitor) => number,
): number {
  return suspects.filter((one) => one.kind === kind).reduce((sum, one) => sum + count(one), 0);
}
