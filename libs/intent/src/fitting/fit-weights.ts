import { type EvidenceCode } from '../evidence/evidence-code.js';
import { weights as assumedWeights } from '../evidence/weights.js';
import { type CoefficientPrior } from './coefficient-prior.js';
import { fitLogistic, type Observation } from './fit-logistic.js';
import { countAlike } from './count-alike.js';
import { type FittingTerms } from './fitting-terms.js';
import { imitableReasons } from './imitable-reasons.js';
import { type LabelledEvidence } from './labelled-evidence.js';

/** One weight before and after. */
export interface WeightFit {
  readonly code: EvidenceCode;
  readonly old: number;
  readonly new: number;
  readonly standardError: number;
  /** Labelled visitors that show the reason. */
  readonly support: number;
}

/** The prior of one question before and after, log-odds. */
interface PriorFit {
  readonly question: string;
  readonly old: number;
  readonly new: number;
  readonly standardError: number;
}

export interface WeightsFit {
  readonly weights: readonly WeightFit[];
  readonly priors: readonly PriorFit[];
}

/**
 * A weight may well be off by this much, either way: a standard deviation of 1.5 log-odds is a factor of four
 * and a half. Assumption; it makes ten visitors that all show a reason count about as much as the table.
 */
export const WEIGHT_DEVIATION = 1.5;
/** Priors follow the mix of what was labelled; they are held less. Assumption. */
const PRIOR_DEVIATION = 3;
/** A prior that stays where it is. */
const HELD = 1e-3;

/**
 * Fits the weights of reasons to labelled visitors: one logistic regression, whose coefficients are the weights
 * at strength one, and one intercept a question. A reason that several questions share has one weight. Weights
 * keep their sign (what speaks for a bot never comes to speak for a person), and are drawn to the assumed ones.
 */
export function fitWeights(
  labelled: readonly LabelledEvidence[],
  assumedPriors: Readonly<Record<string, number>>,
  { purpose }: Pick<FittingTerms, 'purpose'>,
): WeightsFit {
  const questions = [...new Set(labelled.map(({ question }) => question))].sort();
  const codes = [...new Set(labelled.flatMap(({ strengths }) => [...strengths.keys()]))].sort();
  const columns: CoefficientPrior[] = [
    ...questions.map((question) => priorColumn(assumedPriors[question] ?? 0, purpose)),
    ...codes.map((code) => weightColumn(code, purpose)),
  ];
  const rows = (purpose === 'any' ? countAlike(labelled) : labelled).map((one) =>
    observationOf(one, questions, codes),
  );
  const fitted = fitLogistic(condensed(rows), columns);
  const priors = questions.map((question, i) => ({
    question,
    old: assumedPriors[question] ?? 0,
    new: fitted[i]?.value ?? 0,
    standardError: fitted[i]?.standardError ?? 0,
  }));
  const weights = codes.map((code, i) => ({
    code,
    old: assumedWeights[code],
    new: fitted[questions.length + i]?.value ?? 0,
    standardError: fitted[questions.length + i]?.standardError ?? 0,
    support: labelled.filter(({ strengths }) => strengths.has(code)).length,
  }));
  return { weights, priors };
}

const priorColumn = (mean: number, purpose: FittingTerms['purpose']): CoefficientPrior => ({
  mean,
  deviation: purpose === 'any' ? HELD : PRIOR_DEVIATION,
  sign: 0,
});

function weightColumn(code: EvidenceCode, purpose: FittingTerms['purpose']): CoefficientPrior {
  const mean = assumedWeights[code];
  const most = purpose === 'any' ? imitableReasons[code] : undefined;
  return {
    mean,
    deviation: WEIGHT_DEVIATION,
    sign: mean > 0 ? 1 : -1,
    ...(most !== undefined && { most }),
  };
}

function observationOf(
  { question, strengths, isTrue, importance = 1 }: LabelledEvidence,
  questions: readonly string[],
  codes: readonly EvidenceCode[],
): Observation {
  return {
    values: [
      ...questions.map((one) => Number(one === question)),
      ...codes.map((code) => strengths.get(code) ?? 0),
    ],
    isTrue,
    importance,
  };
}

/** Equal rows count as one with their number: most visitors show nothing at all of most threats. */
function condensed(rows: readonly Observation[]): Observation[] {
  const byText = new Map<string, { row: Observation; importance: number }>();
  for (const row of rows) {
    const text = `${String(row.isTrue)} ${row.values.join(' ')}`;
    const known = byText.get(text);
    const { importance = 1 } = row;
    if (known === undefined) byText.set(text, { row, importance });
    else known.importance += importance;
  }
  return [...byText.values()].map(({ row, importance }) => ({ ...row, importance }));
}
