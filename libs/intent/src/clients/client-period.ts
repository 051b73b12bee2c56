/** What a client did in the same hours of an earlier week or day, as read by the query `api-client-history`. */
export interface ClientPeriod {
  readonly client: string;
  readonly unit: 'week' | 'day';
  /** So many weeks or days ago. */
  readonly ago: number;
  readonly requests: number;
  readonly errors: number;
  readonly accountCalls: number;
  readonly refusals: number;
  readonly tokenRequests: number;
  readonly tokenFailures: number;
}
