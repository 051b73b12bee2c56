import { weights as assumedWeights } from '../evidence/weights.js';
import { type WeightsFit } from './fit-weights.js';
import { type LabelledEvidence } from './labelled-evidence.js';

/** What the evidence about one visitor adds up to under fitted weights; what was not fitted keeps its assumed weight. */
export function logOddsUnder(
  { weights, priors }: WeightsFit,
  assumedPriors: Readonly<Record<string, number>>,
): (one: LabelledEvidence) => number {
  const weightOf = new Map<string, number>(weights.map((fit) => [fit.code, fit.new]));
  const priorOf = new Map(priors.map((fit) => [fit.question, fit.new]));
  return ({ question, strengths }) => {
    let sum = priorOf.get(question) ?? assumedPriors[question] ?? 0;
    for (const [code, strength] of strengths)
      sum += strength * (weightOf.get(code) ?? assumedWeights[code]);
    return sum;
  };
}
