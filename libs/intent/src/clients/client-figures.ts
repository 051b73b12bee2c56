/** What one API client did in a window, all in all, as counted by the query `api-client-figures`. Counts are calls. */
export interface ClientFigures {
  readonly client: string;
  readonly requests: number;
  readonly attended: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  readonly serviceTimeMs: number;
  readonly accountCalls: number;
  readonly accountCallsRefused: number;
  /** Accounts asked for, summed over consents, and calls for account data under a consent. */
  readonly consentAccounts: number;
  readonly consentCalls: number;
  /** Distinct consents under which account data was asked for; those used and not seen in the day before the window. */
  readonly consents: number;
  readonly newConsents: number;
  readonly consentsCreated: number;
  readonly authorisations: number;
  readonly payments: number;
  readonly paidCalls: number;
  readonly tokenRequests: number;
  readonly tokenFailures: number;
  readonly loginAttempts: number;
  readonly loginFailures: number;
  /** Consents created and payments accepted: what a customer does; those that name no customer's address. */
  readonly acts: number;
  readonly actsUnattended: number;
  /** Keys of consents, accounts and customers' addresses. */
  readonly subVisitors: number;
  /** Distinct accounts served to one of them: the 95th percentile. A client of companies has many. */
  readonly accountsServedOfOne: number;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}
