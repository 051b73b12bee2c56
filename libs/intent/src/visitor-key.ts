import { type VisitorFeatures } from './visitor-features.js';

/** The key in text: the address, `address|user agent` where people share an address, or that of the wider key. */
export function visitorKey(
  features: Pick<VisitorFeatures, 'keyType' | 'key' | 'address' | 'userAgent'>,
): string {
  const { keyType, key, address, userAgent } = features;
  if (keyType === 'address') return address;
  return keyType === 'address_user_agent' ? `${address}|${userAgent}` : key;
}
