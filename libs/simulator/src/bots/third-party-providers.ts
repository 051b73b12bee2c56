/** A third-party provider (TPP): a regulated company that reads accounts or starts payments with its customers' consent. */
export interface ThirdPartyProvider {
  readonly clientId: string;
  readonly userAgent: string;
  /** Consents at scale 1. */
  readonly consents: number;
  /** How its unattended polling is spread: in batches at fixed hours, or each consent at an hour of its own. */
  readonly schedule: 'batches' | 'spread';
  /** Unattended reads per consent and day; four is what the regulation allows (RTS on SCA, article 36(5)(b)). */
  readonly pollsPerDay: number;
  /** Attended visits per day, with the customer's address in x-fapi-customer-ip-address. */
  readonly attendedPerDay: number;
  readonly startsPayments: boolean;
}

const LARGE: readonly ThirdPartyProvider[] = [
  {
    clientId: 'tpp-ledgerly',
    userAgent: 'ledgerly-aggregator/5.3 (+https://ledgerly.example/tpp)',
    consents: 420,
    schedule: 'batches',
    pollsPerDay: 4,
    attendedPerDay: 140,
    startsPayments: false,
  },
  {
    clientId: 'tpp-pennywise',
    userAgent: 'Pennywise/2.18.0 okhttp/4.12.0',
    consents: 300,
    schedule: 'spread',
    pollsPerDay: 4,
    attendedPerDay: 90,
    startsPayments: false,
  },
  {
    clientId: 'tpp-quoin-lending',
    userAgent: 'Apache-HttpClient/5.3.1 (Java/21.0.4)',
    consents: 120,
    schedule: 'batches',
    pollsPerDay: 1,
    attendedPerDay: 25,
    startsPayments: false,
  },
  {
    clientId: 'tpp-tillpay',
    userAgent: 'tillpay-gateway/3.0.2',
    consents: 30,
    schedule: 'spread',
    pollsPerDay: 1,
    attendedPerDay: 330,
    startsPayments: true,
  },
  {
    clientId: 'tpp-harbinger-books',
    userAgent: 'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
    consents: 90,
    schedule: 'spread',
    pollsPerDay: 4,
    attendedPerDay: 60,
    startsPayments: true,
  },
];

const SMALL_NAMES =
  'abacus-one birchpay coinlight dovetail-tax evenkeel finch-budget greenfold hearthsave inkwell-erp juniper-rent kitefund lumenpay'.split(
    ' ',
  );

/** Start-ups and in-house tools: a few dozen consents each. */
const SMALL: readonly ThirdPartyProvider[] = SMALL_NAMES.map((name, index) => ({
  clientId: `tpp-${name}`,
  userAgent: index % 3 === 0 ? 'okhttp/4.12.0' : `${name}/1.${index}`,
  consents: 14 + 3 * index,
  schedule: index % 2 === 0 ? 'spread' : 'batches',
  pollsPerDay: 1 + (index % 4),
  attendedPerDay: 4 + index,
  startsPayments: index % 4 === 1,
}));

/** Names are invented; sizes are assumptions: a few large ones have most of the customers. */
export const THIRD_PARTY_PROVIDERS: readonly ThirdPartyProvider[] = [...LARGE, ...SMALL];
