/** What public data say of an address's network. Shared between addresses; never changed. */
export interface NetworkFacts {
  /** The autonomous system that announces the address; 0 where unknown. */
  readonly asn: number;
  /** Who runs that system; only where organisations were loaded and one is known. */
  readonly organisation?: string;
  /** Where the network is registered, ISO 3166-1 alpha-2 in upper case; `''` where unknown. */
  readonly country: string;
}

export const UNKNOWN_NETWORK: NetworkFacts = { asn: 0, country: '' };
