/** An address and user agent that API clients call from. */
export interface ClientCaller {
  readonly address: string;
  readonly userAgent: string;
  /** Consents, accounts or customers served through it. */
  readonly people: number;
  /** Calls it made for API clients. */
  readonly requests: number;
}
