/** Shape of a forest. Source of the defaults: Liu, Ting and Zhou, section 4.2: they suffice for most data. */
export interface ForestOptions {
  readonly trees: number;
  /** Rows each tree is grown from. */
  readonly sample: number;
}

const DEFAULTS: ForestOptions = { trees: 100, sample: 256 };
const EULER = 0.5772156649015329;

type Node =
  | { readonly size: number }
  | {
      readonly feature: number;
      readonly split: number;
      readonly left: Node;
      readonly right: Node;
    };

/**
 * An Isolation Forest: what a few random cuts set apart is an anomaly. No well-kept npm package takes a seed, so it is written out
 * here. Source: F. T. Liu, K. M. Ting, Z.-H. Zhou, "Isolation Forest", ICDM 2008, algorithms 1 to 3 and equations 1 and 2.
 */
export class IsolationForest {
  readonly #trees: readonly Node[];
  readonly #sample: number;

  /** @param rows numbers of equal length, at least one row @param random uniform from 0 to 1 */
  constructor(
    rows: readonly (readonly number[])[],
    random: () => number,
    options: ForestOptions = DEFAULTS,
  ) {
    this.#sample = Math.min(options.sample, rows.length);
    const limit = Math.ceil(Math.log2(Math.max(2, this.#sample)));
    this.#trees = Array.from({ length: options.trees }, () =>
      grow(drawn(rows, this.#sample, random), 0, limit, random),
    );
  }

  /** 2^(−E(h(x)) / c(ψ)): near 1 for anomalies, well below 0.5 for the ordinary. */
  score(row: readonly number[]): number {
    const depths = this.#trees.map((tree) => pathLength(tree, row));
    const mean = depths.reduce((sum, depth) => sum + depth, 0) / depths.length;
    return 2 ** (-mean / (averagePathLength(this.#sample) || 1));
  }
}

/** c(n): the average depth of an unsuccessful search in a binary search tree of n leaves; 0 where there is nothing to search. */
export function averagePathLength(size: number): number {
  if (size <= 1) return 0;
  if (size === 2) return 1;
  const harmonic = Math.log(size - 1) + EULER;
  return 2 * harmonic - (2 * (size - 1)) / size;
}

function grow(
  rows: readonly (readonly number[])[],
  depth: number,
  limit: number,
  random: () => number,
): Node {
  const varying = rows.length > 1 && depth < limit ? varyingFeatures(rows) : [];
  const chosen = varying[Math.floor(random() * varying.length)];
  if (chosen === undefined) return { size: rows.length };
  const { feature, low, high } = chosen;
  const split = low + random() * (high - low);
  const below = rows.filter((row) => (row[feature] ?? 0) < split);
  const above = rows.filter((row) => (row[feature] ?? 0) >= split);
  return {
    feature,
    split,
    left: grow(below, depth + 1, limit, random),
    right: grow(above, depth + 1, limit, random),
  };
}

interface Range {
  readonly feature: number;
  readonly low: number;
  readonly high: number;
}

function varyingFeatures(rows: readonly (readonly number[])[]): Range[] {
  return (rows[0] ?? []).flatMap((_, feature) => {
    const column = rows.map((row) => row[feature] ?? 0);
    const low = Math.min(...column);
    const high = Math.max(...column);
    return high > low ? [{ feature, low, high }] : [];
  });
}

function pathLength(tree: Node, row: readonly number[]): number {
  let node = tree;
  let depth = 0;
  while ('feature' in node) {
    node = (row[node.feature] ?? 0) < node.split ? node.left : node.right;
    depth += 1;
  }
  return depth + averagePathLength(node.size);
}

/** Rows drawn without replacement (Fisher and Yates, as far as needed). */
function drawn<T>(rows: readonly T[], count: number, random: () => number): T[] {
  const pool = [...rows];
  for (let index = 0; index < count; index += 1) {
    const other = index + Math.floor(random() * (pool.length - index));
    const [one, two] = [pool[index], pool[other]];
    if (one === undefined || two === undefined) continue;
    pool[index] = two;
    pool[other] = one;
  }
  return pool.slice(0, count);
}
