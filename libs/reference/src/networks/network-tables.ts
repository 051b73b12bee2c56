import { type AddressTable } from '../address/address-table.js';

/** The data sets that say what network an address belongs to. */
export const NETWORK_DATA = ['asn-ipv4', 'asn-ipv6', 'country-ipv4', 'country-ipv6'] as const;

export type NetworkDataName = (typeof NETWORK_DATA)[number];

export type NetworkTables = Readonly<Record<NetworkDataName, AddressTable>>;
