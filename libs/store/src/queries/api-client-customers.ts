/**
 * How each API client uses the customer's address, from `api_sub_visitor_window`. Rows are `CustomerAddressUse`.
 *
 * `ofServers` counts calls whose customer has an address that API clients themselves call from: a data centre. `privately` those
 * of addresses that cannot be a customer's on the Internet: private, loopback, link-local and carrier-shared ranges
 * (RFC 6890). `topPeople` is how many people (consents or accounts) share the most used address.
 */
export const apiClientCustomers = `
  SELECT
    client,
    count() AS addresses,
    sum(requests) AS calls,
    max(requests) AS topCalls,
    argMax(people, (requests, value)) AS topPeople,
    sumIf(requests, value IN (SELECT address FROM api_sub_visitor_window WHERE kind = 'caller')) AS ofServers,
    sumIf(requests, arrayExists(range -> isIPAddressInRange(value, range),
      if(position(value, ':') > 0,
        ['::1/128', 'fc00::/7', 'fe80::/10'],
        ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12',
         '192.168.0.0/16', '240.0.0.0/4']))) AS privately
  FROM api_sub_visitor_window
  WHERE kind = 'customer_address'
  GROUP BY client
  ORDER BY client`;
