/** Length of the RFC 3339 time with zone that a text begins with, the space behind it included; else 0. */
export function isoTimeLength(text: string): number {
  return ISO.exec(text)?.[0].length ?? 0;
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d) /;
