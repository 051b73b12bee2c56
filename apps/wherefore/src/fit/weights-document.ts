import {
  type Calibration,
  type FittingTerms,
  WEIGHT_DEVIATION,
  type WeightFit,
} from '#libs/intent';
import { type FitReport } from './fit-report.js';

/** The file that `wherefore fit` writes and `WEIGHTS_FILE` names; `parseFittedWeights` reads it. */
export interface WeightsDocument {
  readonly version: string;
  readonly date: string;
  readonly sets: FitReport['sets'];
  readonly purpose: FittingTerms['purpose'];
  /** 0 where families of sets were held back instead. */
  readonly folds: number;
  readonly prior_deviation: number;
  /** On held-back visitors. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly calibration: { readonly nature: Calibration };
  readonly priors: readonly object[];
  readonly weights: readonly object[];
}

/** Everything a reviewer needs, rounded to a thousandth; threats are left out where no label names one. */
export function weightsDocument(report: FitReport, version: string, date: string): WeightsDocument {
  const { natureFit, threatFit, calibration, terms, sets } = report;
  const priors = [...natureFit.priors, ...threatFit.priors];
  return {
    version,
    date,
    sets,
    purpose: terms.purpose,
    folds: terms.purpose === 'own' ? terms.folds : 0,
    prior_deviation: WEIGHT_DEVIATION,
    figures: figuresOf(report),
    calibration: {
      nature: {
        offset: round(calibration.offset),
        below: round(calibration.below),
        above: round(calibration.above),
      },
    },
    priors: priors.map(({ question, standardError, ...prior }) => ({
      question,
      old: prior.old,
      new: round(prior.new),
      standard_error: round(standardError),
    })),
    weights: [...natureFit.weights.map(row('nature')), ...threatFit.weights.map(row('threats'))],
  };
}

const row =
  (question: string) =>
  ({ code, support, standardError, ...weight }: WeightFit): object => ({
    code,
    question,
    old: weight.old,
    new: round(weight.new),
    support,
    standard_error: round(standardError),
  });

function figuresOf({ nature, threats }: FitReport): WeightsDocument['figures'] {
  const all = { nature: nature.fitted.all, ...mapped(threats, ({ fitted }) => fitted) };
  return mapped(all, ({ f1, area, calibration_error }) => ({
    f1: roundOrNull(f1),
    area: roundOrNull(area),
    calibration_error: round(calibration_error),
  }));
}

const mapped = <A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const round = (value: number): number => Math.round(value * 1000) / 1000;
const roundOrNull = (value: number | null): number | null => (value === null ? null : round(value));
