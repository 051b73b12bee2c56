/** The known name that is nearest to one that is not known, where one is near; else `''`. */
export function nearestName(unknown: string, known: readonly string[]): string {
  const name = unknown.toLowerCase().slice(0, 64);
  const near = known
    .map((one) => ({ one, distance: editDistance(name, one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  // Every third letter may be wrong, as in what is commonly offered for mistyped commands.
  return near !== undefined && near.distance <= Math.max(1, near.one.length / 3) ? near.one : '';
}

/** Letters to insert, delete or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a.charAt(row - 1) === b.charAt(column - 1) ? 0 : 1;
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
