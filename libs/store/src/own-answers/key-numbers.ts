import { prefixOf } from '../queries/visitor-window/spread-prefixes.js';

/** Text that is no address is a host name: as the columns of an event have them. */
const addressColumns = (text: string): string =>
  `if(isNull(toIPv6OrNull(${text})), ${text}, ''), toIPv6OrDefault(${text})`;

const ADDRESS = `substring(verdicts.key, 1, position(verdicts.key, '|') - 1)`;
const BEHIND = `substring(verdicts.key, position(verdicts.key, '|') + 1)`;
const CUSTOMER = `replaceOne(toString(fapi_customer_address), '::ffff:', '')`;
const PREFIX = `toIPv6OrDefault(substring(verdicts.key, 1, position(verdicts.key, '/') - 1))`;
const subVisitor = (value: string): string =>
  `if(api_client = '', 0, cityHash64(5, concat(toString(api_client), '|', ${value})))`;

/** How a key becomes a number: from the text of a verdict, and from the columns of an event, of which several may be it; 0 is no key. */
interface KeyNumber {
  readonly keyType: string;
  readonly ofVerdict: string;
  readonly ofEvent: readonly string[];
}

/** Types of keys that carry verdicts and that an event tells by itself. */
const KEY_NUMBERS: readonly KeyNumber[] = [
  {
    keyType: 'address',
    ofVerdict: `cityHash64(1, ${addressColumns('verdicts.key')})`,
    ofEvent: ['cityHash64(1, toString(client_host), client_address)'],
  },
  {
    keyType: 'address_user_agent',
    ofVerdict: `cityHash64(2, ${addressColumns(ADDRESS)}, ${BEHIND})`,
    ofEvent: ['cityHash64(2, toString(client_host), client_address, user_agent_original)'],
  },
  {
    keyType: 'session',
    ofVerdict: 'cityHash64(3, verdicts.key)',
    ofEvent: [`if(session_key = '', 0, cityHash64(3, session_key))`],
  },
  {
    keyType: 'api_client',
    ofVerdict: 'cityHash64(4, verdicts.key)',
    ofEvent: [`if(api_client = '', 0, cityHash64(4, toString(api_client)))`],
  },
  {
    keyType: 'api_sub_visitor',
    ofVerdict: 'cityHash64(5, verdicts.key)',
    ofEvent: ['consent_key', 'account_key', CUSTOMER].map(subVisitor),
  },
  {
    keyType: 'prefix',
    ofVerdict: `cityHash64(6, ${prefixOf(PREFIX)})`,
    ofEvent: [`if(client_host = '', cityHash64(6, ${prefixOf('client_address')}), 0)`],
  },
];

/** The types of keys that an event tells. */
export const numberedKeyTypes = KEY_NUMBERS.map(({ keyType }) => keyType);

/** The number of a verdict's key; 0 for types that a single event does not tell. */
export const keyNumber = `multiIf(${KEY_NUMBERS.map(
  ({ keyType, ofVerdict }) => `key_type = '${keyType}', ${ofVerdict}`,
).join(', ')}, 0)`;

/** The numbers of the keys that an event comes under, as an array: those of the types named, so that no other columns are read. */
export function eventKeyNumbers(keyTypes: readonly string[]): string {
  const wanted = KEY_NUMBERS.filter(({ keyType }) => keyTypes.includes(keyType));
  return `[${wanted.flatMap(({ ofEvent }) => ofEvent).join(', ')}]`;
}
