const LONGEST = 255;

/**
 * The consent an API client acts under, as the header `consent-id` says it (Berlin Group NextGenPSD2 and Brazil's Open Finance
 * send it with every call for account data); `''` where there is none. Names in lower case; a secret until it is hashed.
 */
export function consentOf(headers: ReadonlyMap<string, string> | null): string {
  const text = (headers?.get('consent-id') ?? '').slice(0, LONGEST).trim();
  return text === '-' ? '' : text;
}
