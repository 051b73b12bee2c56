import { type AddressPool } from '../addresses/address-plan.js';
import { type Evasion } from '../world/evasion.js';

/** What a level of evasion looks like from outside. */
export interface EvasionTraits {
  readonly pool: AddressPool;
  readonly protocol: string;
  /** Share of the pages that a browser would open on the way, that are opened. */
  readonly looks: number;
  /** How much longer than the tool's own pace it waits between acts. */
  readonly patience: number;
  /** Spread of the logarithm of the pauses: 0.25 is a loop with a little jitter, 0.9 a person. */
  readonly jitter: number;
  /** Whether requests name the page they would come from. */
  readonly referers: boolean;
  /** Members of one campaign when a class is simulated by itself, fewest, usual and most. */
  readonly members: { readonly least: number; readonly base: number; readonly most: number };
  /** One member in so many leaves by a mobile carrier's address. */
  readonly oneBehindCarrierIn?: number;
}

/** Assumptions, after what bot-mitigation vendors tell of attacks: sizes of proxy pools, and where tools give themselves away. */
export const EVASION_TRAITS: Readonly<Record<Evasion, EvasionTraits>> = {
  naive: {
    pool: 'hosting',
    protocol: 'HTTP/1.1',
    looks: 0.02,
    patience: 1,
    jitter: 0.25,
    referers: false,
    members: { least: 1, base: 3, most: 6 },
  },
  rotating: {
    pool: 'hosting',
    protocol: 'HTTP/1.1',
    looks: 0.35,
    patience: 5,
    jitter: 0.6,
    referers: false,
    members: { least: 3, base: 40, most: 300 },
  },
  residential: {
    pool: 'residential',
    protocol: 'HTTP/2.0',
    looks: 0.8,
    patience: 20,
    jitter: 0.9,
    referers: true,
    members: { least: 3, base: 60, most: 1500 },
    oneBehindCarrierIn: 30,
  },
  low_and_slow: {
    pool: 'residential',
    protocol: 'HTTP/2.0',
    looks: 0.7,
    patience: 1,
    jitter: 1,
    referers: true,
    members: { least: 4, base: 70, most: 2000 },
    oneBehindCarrierIn: 30,
  },
  headless: {
    pool: 'residential',
    protocol: 'HTTP/2.0',
    looks: 1,
    patience: 8,
    jitter: 0.8,
    referers: true,
    members: { least: 1, base: 6, most: 24 },
  },
};
