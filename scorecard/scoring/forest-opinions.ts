import { type ProductJudgement } from '../judging/product-judgement.js';
import { seededRandom } from '../metrics/seeded-random.js';
import { IsolationForest } from '../references/isolation-forest.js';
import { type Opinion } from './scored-visitor.js';

const SEED = 2_008;
/** Shares of innocents that the product may accuse; the forest gets the same budget where the product uses less. */
const BUDGET = 0.005;
const INNOCENT: readonly string[] = ['human', 'good_bot'];

/**
 * What an Isolation Forest says of the visitors, grown from the same features without labels. Its threshold is set with the labels,
 * as high as it takes to accuse no more innocents than the product does or than half a percent: nobody has these labels in
 * production, so this is the best the forest could do.
 * @param visitors all labelled visitors of the log, those of unknown label too: it is grown from all of them
 * @param accusedByProduct how many innocents the product flags
 */
export function forestOpinions(
  visitors: readonly ProductJudgement[],
  accusedByProduct: number,
): Map<string, Opinion> {
  const rows = toRows(visitors);
  if (rows.length === 0) return new Map();
  const forest = new IsolationForest(rows, seededRandom(SEED));
  const scored = visitors.map((visitor, index) => ({
    visitor,
    score: forest.score(rows[index] ?? []),
  }));
  const innocents = scored
    .filter(({ visitor }) => INNOCENT.includes(visitor.label))
    .map(({ score }) => score)
    .sort((one, other) => other - one);
  const allowed = Math.max(accusedByProduct, Math.floor(BUDGET * innocents.length));
  const threshold = innocents[allowed] ?? 0.5;
  return new Map(
    scored.map(({ visitor, score }) => [
      visitor.visitor,
      { isFlagged: score > threshold, delay: null },
    ]),
  );
}

/** Counts as ln(1 + x), since they span orders of magnitude; what a visitor did too little for takes the middle of the others. */
function toRows(visitors: readonly ProductJudgement[]): number[][] {
  const names = [
    ...new Set(visitors.flatMap(({ features }) => Object.keys(features ?? {}))),
  ].sort();
  const columns = names.map((name) => {
    const values = visitors.map(({ features }) => features?.[name]);
    const known = values.filter((value) => value !== undefined).sort((one, other) => one - other);
    const middle = known[Math.floor(known.length / 2)] ?? 0;
    return values.map((value) => Math.log1p(Math.max(0, value ?? middle)));
  });
  return visitors.map((_, row) => columns.map((column) => column[row] ?? 0));
}
