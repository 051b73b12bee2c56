/** How strongly a count beyond its limit shows: 1 at the limit, growing with the logarithm of the excess, at most 4. */
export function beyond(count: number, limit: number): number {
  return Math.min(4, 1 + Math.log(count / limit));
}
