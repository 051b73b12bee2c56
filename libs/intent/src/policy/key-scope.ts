import { type VisitorKeyType } from '../visitor-features.js';
import { cidrOverlap } from './cidr-overlap.js';
import { type Sighting } from './sighting.js';

/** A visitor key. */
export interface ScopedKey {
  readonly keyType: VisitorKeyType;
  readonly key: string;
}

/** The address or block that a key is bound to; null where it may come from anywhere. */
export function blockOf({ keyType, key }: ScopedKey): string | null {
  if (keyType === 'address' || keyType === 'prefix') return key;
  return keyType === 'address_user_agent' ? partsOf(key, key.indexOf('|'))[0] : null;
}

/** Whether a verdict on the key hits what was seen. */
export function hits({ keyType, key }: ScopedKey, seen: Sighting): boolean {
  return hitBy[keyType](key, seen);
}

const hitBy: Readonly<Record<VisitorKeyType, (key: string, seen: Sighting) => boolean>> = {
  address: (key, { address }) => address === key,
  address_user_agent: (key, { address, userAgent }) => `${address}|${userAgent}` === key,
  session: (key, { session }) => session === key,
  fingerprint: (key, { userAgent }) => partsOf(key, key.lastIndexOf('|'))[0] === userAgent,
  prefix: (key, { address }) => cidrOverlap(address, key),
  network: (key, { network }) => `AS${network}` === key,
  api_client: (key, { apiClient }) => apiClient === key,
  api_sub_visitor: (key, { apiClient }) =>
    apiClient !== '' && partsOf(key, key.lastIndexOf('|'))[0] === apiClient,
};

function partsOf(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
