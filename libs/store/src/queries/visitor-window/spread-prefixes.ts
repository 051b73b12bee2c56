/** So many addresses of a /64, none of which sends half of the requests, and the prefix says more than they do. Assumption. */
const ADDRESSES = 3;
/** In a /24 so many that whoever is behind them rents more than a few of them. Assumption. */
const ADDRESSES_OF_MANY = 8;

const isIPv4 = (address: string): string =>
  `${address} BETWEEN toIPv6('::ffff:0.0.0.0') AND toIPv6('::ffff:255.255.255.255')`;

/** The first address of the /24 (IPv4) or the /64 (IPv6) that an address is in: SQL over an IPv6. */
export const prefixOf = (address: string): string =>
  `IPv6CIDRToRange(${address}, if(${isIPv4(address)}, 120, 64)).1`;

/** A prefix in CIDR notation, from its first address: SQL over an IPv6. */
export const prefixText = (first: string): string =>
  `if(${isIPv4(first)}, concat(substring(toString(${first}), 8), '/24'), concat(toString(${first}), '/64'))`;

/** The prefix of an address in text, in CIDR notation; of host names that of `::`. */
export const prefixOfText = (address: string): string =>
  prefixText(prefixOf(`toIPv6OrDefault(${address})`));

/** The address of a row of `visitor_window`; `::` where it is a host name. */
const address = 'toIPv6OrDefault(address)';

/**
 * Prefixes whose requests are spread over several addresses. A /64 is what one customer gets, who may take another address of it for each
 * request. In a /24 there are many customers, who matter together only where it is rented as a whole, and nobody there loads what pages
 * show. Servers of API clients are judged with their client. `only` is a condition on `first`.
 */
const spreadPrefixes = (only = '1'): string => `
          SELECT first
          FROM (
            SELECT ${prefixOf(address)} AS first, requests, assets, apiClient
            FROM visitor_window
            WHERE keyType = 'address' AND ${address} != toIPv6('::') AND ${only}
          )
          GROUP BY first
          HAVING count() >= ${ADDRESSES} AND max(requests) * 2 < sum(requests) AND max(apiClient) = ''
            AND (NOT (${isIPv4('first')}) OR (count() >= ${ADDRESSES_OF_MANY} AND sum(assets) = 0))`;

const hasAny = (prefixes: string): string => `(SELECT count() FROM (${prefixes} LIMIT 1)) > 0`;

/** Whether there are such prefixes. */
export const hasSpreadPrefixes = hasAny(spreadPrefixes());

/** Whether there are some of which an address moved. */
export const hasMovedSpreadPrefixes = hasAny(
  spreadPrefixes(`first IN (SELECT ${prefixOf('client_address')} FROM window_moved)`),
);

/** Whether an event is of such a prefix: a condition on events. */
export const ofSpreadPrefix = `client_host = '' AND ${prefixOf('client_address')} IN (${spreadPrefixes()})`;

/** The same, of prefixes of which an address moved. */
export const ofMovedPrefix = `${prefixOf('client_address')} IN (SELECT ${prefixOf('client_address')} FROM window_moved)`;
