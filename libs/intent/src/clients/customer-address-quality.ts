import { type ClientFigures } from './client-figures.js';
import { type CustomerAddressUse } from './customer-address-use.js';

/** How far the customer's address that a client hands on can be believed. Shares 0 to 1. */
export interface CustomerAddressQuality {
  /** Distinct addresses named. */
  readonly addresses: number;
  /** Of the consents created and payments made, which a customer has to be there for: those without an address; null for none. */
  readonly missing: number | null;
  /** Of the calls that name one: those with the most used address, if several people share it; else 0. */
  readonly constant: number;
  readonly private: number;
  /** With an address that API clients themselves call from: a server, nobody's home. */
  readonly ofServers: number;
  /** What is wrong with it, in words; empty for nothing. */
  readonly findings: readonly string[];
}

/** People who share one address at home or at work, at most; and shares that nobody would look at. Assumptions. */
const A_HOUSEHOLD = 5;
const MANY = 0.5;
const SOME = 0.05;

/** What a client's customers' addresses are worth. `use` is null for a client that names none. */
export function customerAddressQuality(
  client: ClientFigures,
  use: CustomerAddressUse | null,
): CustomerAddressQuality {
  const missing = client.acts === 0 ? null : round(client.actsUnattended / client.acts);
  const quality =
    use === null
      ? { missing, addresses: 0, constant: 0, private: 0, ofServers: 0 }
      : { missing, ...sharesOf(use) };
  return { ...quality, findings: findingsOf(quality) };
}

function sharesOf(use: CustomerAddressUse): {
  addresses: number;
  constant: number;
  private: number;
  ofServers: number;
} {
  const shared = use.topPeople > A_HOUSEHOLD;
  return {
    addresses: use.addresses,
    constant: shared ? round(use.topCalls / use.calls) : 0,
    private: round(use.privately / use.calls),
    ofServers: round(use.ofServers / use.calls),
  };
}

function findingsOf(quality: Omit<CustomerAddressQuality, 'findings'>): readonly string[] {
  const { missing, constant, ofServers } = quality;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return [
    ...(missing !== null && missing > SOME
      ? [`missing in ${percent(missing)} of the consents created and payments made`]
      : []),
    ...(constant >= MANY ? [`the same for many people in ${percent(constant)} of the calls`] : []),
    ...(quality.private > SOME ? [`private in ${percent(quality.private)} of the calls`] : []),
    ...(ofServers > SOME ? [`that of a server in ${percent(ofServers)} of the calls`] : []),
  ];
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
