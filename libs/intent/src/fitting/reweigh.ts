import { type Evidence } from '../evidence/evidence.js';
import { weights as assumed } from '../evidence/weights.js';
import { type FittedWeights } from './fitted-weights.js';

/** The same evidence at a fitted weight: how strongly the reason shows stays as the rule saw it. */
export function reweigh<E extends Evidence>(evidence: E, { weights }: FittedWeights): E {
  const fitted = weights[evidence.code];
  if (fitted === undefined) return evidence;
  const weight = strengthOf(evidence) * fitted;
  return { ...evidence, weight: Math.round(weight * 1000) / 1000 };
}

/** How strongly the reason shows: the evidence's assumed weight in units of the table's. */
export function strengthOf({ code, weight }: Pick<Evidence, 'code' | 'weight'>): number {
  return weight / assumed[code];
}
