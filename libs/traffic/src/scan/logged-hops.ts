import { canonicalAddress } from '../canonical-address.js';

/** Addresses of several hops, as X-Forwarded-For lists them, where a log has room for one client. */
export interface LoggedHops {
  readonly client: string;
  /** Index of the word behind the list. */
  readonly end: number;
  /** The whole list; `''` where it has one entry only. */
  readonly text: string;
}

/** Reads `a, b, c` (quoted or not), each hop but the last a word that ends in a comma. */
export function loggedHops(words: readonly string[], from: number): LoggedHops {
  let end = from;
  while (end < words.length - 1 && (words[end] ?? '').endsWith(',')) end++;
  const hops = words.slice(from, end + 1).map((word) => word.replace(/^"|,$|"$/g, ''));
  return {
    client: clientOfHops(hops),
    end: end + 1,
    text: hops.length > 1 ? hops.join(', ') : '',
  };
}

/**
 * What stands left was claimed by whoever stands right of it, so the client is the right-most address
 * outside private networks; the left-most hop where all are private.
 */
function clientOfHops(hops: readonly string[]): string {
  return hops.findLast((hop) => canonicalAddress(hop) !== '' && !isPrivate(hop)) ?? hops[0] ?? '';
}

/** RFC 1918, RFC 6598, RFC 4193, loopback and link-local. */
function isPrivate(address: string): boolean {
  return /^\[?(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|::1(?![0-9a-f:])|f[cd]|fe80)/i.test(
    address,
  );
}
