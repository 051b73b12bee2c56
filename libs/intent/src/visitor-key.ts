import { type VisitorFeatures } from './visitor-features.js';

/** The key in text: the address, or `address|user agent` where people share an address. */
export function visitorKey(
  features: Pick<VisitorFeatures, 'keyType' | 'address' | 'userAgent'>,
): string {
  return features.keyType === 'address'
    ? features.address
    : `${features.address}|${features.userAgent}`;
}
