/**
 * Deals visitors out into folds of equal mix: those of one stratum are dealt in the order of a hash of
 * their group, so that the same visitors always land in the same folds, whatever order they come in. All
 * members of a group (user agents behind one address) share a fold. The result has the order of the input.
 */
export function assignFolds<T>(
  members: readonly T[],
  folds: number,
  { groupOf, stratumOf }: { groupOf: (one: T) => string; stratumOf: (one: T) => string },
): number[] {
  const strata = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const one of members) {
    const group = groupOf(one);
    if (seen.has(group)) continue;
    seen.add(group);
    const stratum = stratumOf(one);
    strata.set(stratum, (strata.get(stratum) ?? new Set()).add(group));
  }
  const foldOf = new Map<string, number>();
  for (const groups of strata.values()) {
    for (const [i, group] of [...groups].sort(byHash).entries()) foldOf.set(group, i % folds);
  }
  return members.map((one) => foldOf.get(groupOf(one)) ?? 0);
}

const byHash = (one: string, other: string): number =>
  hashOf(one) - hashOf(other) || (one < other ? -1 : Number(one > other));

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}
