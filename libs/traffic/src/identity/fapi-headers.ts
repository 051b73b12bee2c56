import { canonicalAddress } from '../canonical-address.js';

/**
 * What open-banking clients say about a request: in `x-fapi-*` headers (FAPI 1.0, section 6.2.2: UK, Australia, Brazil), or in the
 * `PSU-*` headers of the Berlin Group's NextGenPSD2 and of STET. Absent: `''`.
 */
export interface FapiHeaders {
  /** `x-fapi-interaction-id`: one id for a request on all its ways. */
  readonly interactionId: string;
  /** `x-fapi-customer-ip-address` or `psu-ip-address` in canonical text: the customer behind the API client. */
  readonly customerAddress: string;
  /** `x-fapi-auth-date`: when the customer last logged in at the API client, as it is written. */
  readonly authDate: string;
}

const LONGEST_ID = 255;
/** An HTTP date has 29 characters. */
const LONGEST_DATE = 64;
const NONE: FapiHeaders = { interactionId: '', customerAddress: '', authDate: '' };

/** Reads them from a request's headers (names in lower case). */
export function fapiOf(headers: ReadonlyMap<string, string> | null | undefined): FapiHeaders {
  if (headers === null || headers === undefined || headers.size === 0) return NONE;
  return {
    interactionId: textOf(headers, 'x-fapi-interaction-id', LONGEST_ID),
    customerAddress:
      canonicalAddress(textOf(headers, 'x-fapi-customer-ip-address', 80)) ||
      canonicalAddress(textOf(headers, 'psu-ip-address', 80)),
    authDate: textOf(headers, 'x-fapi-auth-date', LONGEST_DATE),
  };
}

function textOf(headers: ReadonlyMap<string, string>, name: string, longest: number): string {
  const text = (headers.get(name) ?? '').slice(0, longest).trim();
  return text === '-' ? '' : text;
}
