/** Text that is no address is a host name: as the columns of an event have them. */
const addressColumns = (text: string): string =>
  `if(isNull(toIPv6OrNull(${text})), ${text}, ''), toIPv6OrDefault(${text})`;

const ADDRESS = `substring(verdicts.key, 1, position(verdicts.key, '|') - 1)`;
const BEHIND = `substring(verdicts.key, position(verdicts.key, '|') + 1)`;

/** The number of a verdict's key, from its type and text; 0 for types that a single event does not tell. */
export const keyNumber = `multiIf(
          key_type = 'address', cityHash64(1, ${addressColumns('verdicts.key')}),
          key_type = 'address_user_agent', cityHash64(2, ${addressColumns(ADDRESS)}, ${BEHIND}),
          key_type = 'session', cityHash64(3, verdicts.key),
          key_type = 'api_client', cityHash64(4, verdicts.key),
          key_type = 'api_sub_visitor', cityHash64(5, verdicts.key),
          0)`;

const CUSTOMER = `replaceOne(toString(fapi_customer_address), '::ffff:', '')`;

/** The numbers of all keys that an event comes under, from its columns: the same as `keyNumber`. */
export const eventKeyNumbers = `[
    cityHash64(1, toString(client_host), client_address),
    cityHash64(2, toString(client_host), client_address, user_agent_original),
    if(session_key = '', 0, cityHash64(3, session_key)),
    if(api_client = '', 0, cityHash64(4, toString(api_client))),
    if(api_client = '' OR consent_key = '', 0, cityHash64(5, concat(toString(api_client), '|', consent_key))),
    if(api_client = '' OR account_key = '', 0, cityHash64(5, concat(toString(api_client), '|', account_key))),
    if(api_client = '', 0, cityHash64(5, concat(toString(api_client), '|', ${CUSTOMER})))]`;
