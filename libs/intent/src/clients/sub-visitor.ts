/**
 * What one of the many behind an API client did in a window, as counted by the query `api-client-window`. Counts are calls
 * unless said otherwise.
 */
export interface SubVisitor {
  readonly client: string;
  readonly kind: SubVisitorKind;
  /** Keyed hash of the consent or account, the customer's address, or `address user agent` of the caller. */
  readonly value: string;
  /** Where its first call came from: the client's own servers, as a rule. */
  readonly address: string;
  readonly userAgent: string;
  readonly site: string;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Newest append time of its calls. */
  readonly lastAppended: number;
  /**
   * Consents, accounts or customers (whichever are more) that got account data or paid through this key, in the day before the
   * window too.
   */
  readonly people: number;
  readonly requests: number;
  /** Calls that name the customer's address. */
  readonly attended: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  readonly bytesOut: number;
  readonly serviceTimeMs: number;
  /** GETs of account data, and those answered 4xx. */
  readonly accountCalls: number;
  readonly accountCallsRefused: number;
  /** Distinct accounts asked for by their identifier, and those of them that were served. */
  readonly accounts: number;
  readonly accountsServed: number;
  /** Distinct accounts refused (400, 403, 404) and not once served, in the day before the window neither. */
  readonly accountsRefused: number;
  /** Calls refused for an account asked for by its identifier. */
  readonly refusedCalls: number;
  readonly consentsCreated: number;
  /** Distinct consents under which account data was served or a payment made. */
  readonly consentsUsed: number;
  /** Authorisations of consents begun or finished. */
  readonly authorisations: number;
  /** Payments accepted. */
  readonly payments: number;
  /** Calls that cost the bank money: codes sent, payments tried, payment consents, confirmations of funds. */
  readonly paidCalls: number;
  readonly tokenRequests: number;
  readonly tokenFailures: number;
  /** Distinct queries among failed token requests: tokens tried, where the log shows them (hashed). */
  readonly tokensTried: number;
  /** Logins, codes and authorisations, and those answered as wrong. */
  readonly loginAttempts: number;
  readonly loginFailures: number;
  /** Distinct accounts among the failures. */
  readonly loginAccounts: number;
  /** Consents created and payments accepted: what a customer does; those that name no customer's address. */
  readonly acts: number;
  readonly actsUnattended: number;
}

/** What a sub-visitor is told apart by, finest first. */
export type SubVisitorKind = 'consent' | 'account' | 'customer_address' | 'caller';

/** The visitor key of a sub-visitor: `client id|value`. */
export function subVisitorKey({ client, value }: Pick<SubVisitor, 'client' | 'value'>): string {
  return `${client}|${value}`;
}
