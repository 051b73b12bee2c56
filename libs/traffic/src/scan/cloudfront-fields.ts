import { wordsFit } from './w3c-shapes.js';

/**
 * CloudFront's standard log: 23 fields at first, 24 and 26 later, 33 since 2019. New ones are put behind
 * the old, so that every shorter list is a beginning of the longest.
 */
const STANDARD =
  'date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end'.split(
    ' ',
  );

/** All fields of the real-time log in the order in which CloudFront sends those that were chosen. */
const REAL_TIME =
  'timestamp c-ip time-to-first-byte sc-status sc-bytes cs-method cs-protocol cs-host cs-uri-stem cs-bytes x-edge-location x-edge-request-id x-host-header time-taken cs-protocol-version c-ip-version cs-user-agent cs-referer cs-cookie cs-uri-query x-edge-response-result-type x-forwarded-for ssl-protocol ssl-cipher x-edge-result-type fle-encrypted-fields fle-status sc-content-type sc-content-len sc-range-start sc-range-end c-port x-edge-detailed-result-type c-country cs-accept-encoding cs-accept cache-behavior-path-pattern cs-headers cs-header-names cs-headers-count primary-distribution-id primary-distribution-dns-name origin-fbl origin-lbl asn'.split(
    ' ',
  );

/** Every beginning of a list, by its length. */
function beginnings(fields: readonly string[]): readonly (readonly string[])[] {
  return [...fields.map((_name, length) => fields.slice(0, length)), fields];
}

const STANDARDS = beginnings(STANDARD);
const REAL_TIMES = beginnings(REAL_TIME);

/** Up to the user agent; what is shorter is no log of requests. */
export const FEWEST_STANDARD = 11;

/** Up to the path. */
export const FEWEST_REAL_TIME = 9;

/** The columns of a standard entry by its length, or null where its words do not fit them. */
export function guessStandardFields(words: readonly string[]): readonly string[] | null {
  return guess(words, STANDARDS, FEWEST_STANDARD);
}

/** The columns of a real-time entry with all fields, or those up to some field; null where they do not fit. */
export function guessRealTimeFields(words: readonly string[]): readonly string[] | null {
  return guess(words, REAL_TIMES, FEWEST_REAL_TIME);
}

function guess(
  words: readonly string[],
  lists: readonly (readonly string[])[],
  fewest: number,
): readonly string[] | null {
  const fields = lists[Math.min(words.length, lists.length - 1)] ?? [];
  return words.length >= fewest && wordsFit(words, fields) ? fields : null;
}
