import { groupBy } from '../campaigns/group-by.js';
import { blendQuantiles } from './blend-quantiles.js';
import { type CountedBaseline } from './counted-baseline.js';

/**
 * Visitors a site needs before its own baseline weighs as much as that of all sites like it. With 20 visitors the
 * 95th percentile is a single visitor's value. Assumption.
 */
const TRUSTED_HALF = 20;

/**
 * Draws the baselines of small sites towards those of the estate: a site of n visitors keeps n / (n + 20) of its own
 * and takes the rest from all sites of its kind, weighted by their visitors (shrinkage as in empirical Bayes;
 * Efron and Morris, "Stein's Paradox in Statistics", 1977). Sites where people load assets and sites where nobody does
 * are not alike and do not teach each other: an API's clients are no measure for a shop.
 */
export function shrinkToEstate(baselines: readonly CountedBaseline[]): readonly CountedBaseline[] {
  const kinds = groupBy(baselines, kindOf);
  const estate = new Map(
    kinds.filter(({ length }) => length > 1).map((alike) => [alike.map(kindOf)[0], pooled(alike)]),
  );
  return baselines.map((own) => shrunk(own, estate.get(kindOf(own))));
}

const kindOf = ({ basis, feature }: CountedBaseline): string => `${basis} ${feature}`;

const pooled = (alike: readonly CountedBaseline[]): readonly number[] =>
  blendQuantiles(alike.map(({ quantiles, visitors }) => ({ quantiles, weight: visitors })));

function shrunk(own: CountedBaseline, estate: readonly number[] | undefined): CountedBaseline {
  if (estate === undefined) return own;
  const parts = [
    { quantiles: own.quantiles, weight: own.visitors },
    { quantiles: estate, weight: TRUSTED_HALF },
  ];
  return { ...own, quantiles: blendQuantiles(parts) };
}
