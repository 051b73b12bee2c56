import { type VisitorKeyType } from '#libs/intent';
import { type VerdictSubject } from './verdict-message.js';

/**
 * The subject of a verdict on a visitor key. A verdict on one user agent behind an address has nothing
 * that an address-only WAF may enforce: it would hit everybody else behind it.
 */
export function subjectOf(keyType: VisitorKeyType, key: string, address: string): VerdictSubject {
  const version = ipVersion(address);
  const enforceable = keyType === 'address' && version !== null;
  return {
    type: keyType,
    value: key,
    ip_version: version,
    enforce_as: enforceable ? [`${address}/${version === 4 ? 32 : 128}`] : [],
  };
}

function ipVersion(address: string): 4 | 6 | null {
  if (address.includes(':')) return 6;
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? 4 : null;
}
