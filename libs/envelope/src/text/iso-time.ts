/** Length of the RFC 3339 time with zone that a text begins with, the space behind it included; else 0. */
export function isoTimeLength(text: string): number {
  if (text.charCodeAt(10) !== LETTER_T || text.charCodeAt(4) !== DASH) return 0;
  return ISO.exec(text.slice(0, LONGEST))?.[0].length ?? 0;
}

const DASH = 45;
const LETTER_T = 84;
const LONGEST = 40;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d) /;
