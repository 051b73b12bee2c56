import { type DataSet } from './data-sets/data-set.js';
import { readScorableLog, type ScorableLog } from './data-sets/scorable-log.js';
import { judgeFiveFold } from './judging/judge-five-fold.js';
import { judgeWithProduct, type ProductRun } from './judging/judge-with-product.js';
import { scoreVisitors } from './scoring/score-visitors.js';
import { type ScoredVisitor } from './scoring/scored-visitor.js';
import { type ScoredVariant } from './scoring/set-score.js';

/** One data set in one variant, judged by everybody. */
export interface ScoredSet {
  readonly set: DataSet;
  readonly variant: ScoredVariant;
  readonly visitors: readonly ScoredVisitor[];
  readonly isCached: boolean;
}

/** Fitting takes ten runs: too long where haste is asked for. */
export const variantsOf = ({ isFitted }: DataSet, isQuick: boolean): readonly ScoredVariant[] =>
  isFitted && !isQuick ? ['plain', 'masked', 'fitted'] : ['plain', 'masked'];

export async function scoreDataSet(
  set: DataSet,
  variant: ScoredVariant,
  run: ProductRun,
): Promise<ScoredSet> {
  const log = await readScorableLog(set, variant === 'masked' ? 'masked' : 'plain');
  const { judgements, isCached } = await judge(log, variant, run);
  return { set, variant, visitors: scoreVisitors(log, set.question, judgements), isCached };
}

const judge = (
  log: ScorableLog,
  variant: ScoredVariant,
  run: ProductRun,
): ReturnType<typeof judgeWithProduct> =>
  variant === 'fitted' ? judgeFiveFold(log, run) : judgeWithProduct(log, run);
