/** How one API client uses the customer's address (`x-fapi-customer-ip-address`), as counted by the query `api-client-customers`. */
export interface CustomerAddressUse {
  readonly client: string;
  /** Distinct addresses, and calls that name one. */
  readonly addresses: number;
  readonly calls: number;
  /** Calls with the most used address, and people (consents or accounts) that share it. */
  readonly topCalls: number;
  readonly topPeople: number;
  /** Calls whose customer has an address that API clients call from: a data centre. */
  readonly ofServers: number;
  /** Calls whose customer has an address that nobody has on the Internet. */
  readonly privately: number;
}
