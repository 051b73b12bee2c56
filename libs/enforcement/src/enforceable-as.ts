import { type VisitorKeyType } from '#libs/intent';
import { ipVersion } from './ip-version.js';

/**
 * What a WAF that knows only addresses may load for a visitor key, as CIDR blocks. Empty for every key that
 * is narrower than its addresses (a user agent, a session, a person behind an API client) or spread over
 * many (a fingerprint, a network): loading addresses for those would hit everybody else there.
 */
export function enforceableAs(keyType: VisitorKeyType, key: string): readonly string[] {
  const version = ipVersion(key);
  if (version === null) return [];
  if (keyType === 'address') return [`${key}/${version === 4 ? 32 : 128}`];
  return keyType === 'prefix' ? [key] : [];
}
