import {
  assumed,
  assumedCalibrated,
  assumedPriors,
  type Calibration,
  calibrateAssumed,
  crossValidate,
  fitCalibrated,
  fitted,
  fittedCalibrated,
  type FittingTerms,
  fitWeights,
  type HeldBackEstimate,
  type Learner,
  shipped,
  type WeightsFit,
} from '#libs/intent';
import { groupBy } from '../labels/group-by.js';
import { type FitFigures, fitFigures } from './fit-figures.js';
import { type LabelledVisitor } from './labelled-visitors.js';

/** The nature under one way of weighing, each visitor judged by what was learned from others. */
export interface NatureFigures {
  readonly all: FitFigures;
  /** Those of whom something is said: at least as sure as a nature other than `unknown` has to be. */
  readonly decided: FitFigures;
  readonly sets: Readonly<Record<string, FitFigures>>;
  /** The people of a set against each class of its bots, as `set class`. */
  readonly classes: Readonly<Record<string, FitFigures>>;
}

/** Everything that `wherefore fit` found out. */
export interface FitReport {
  readonly terms: FittingTerms;
  readonly sets: readonly {
    readonly name: string;
    readonly people: number;
    readonly bots: number;
  }[];
  readonly nature: {
    /** As the product judges without a file of weights. */
    readonly shipped: NatureFigures;
    readonly calibrated: NatureFigures;
    readonly fitted: NatureFigures;
  };
  /** Threats that at least one visitor was labelled with. */
  readonly threats: Readonly<Record<string, { assumed: FitFigures; fitted: FitFigures }>>;
  readonly natureFit: WeightsFit;
  readonly threatFit: WeightsFit;
  /** Of the sum of the fitted nature weights. */
  readonly calibration: Calibration;
  /** Of the sum of the assumed ones, for those who keep them. */
  readonly assumedCalibration: Calibration;
}

/** Fits nature and threats, and measures both on held-back visitors. */
export function fitReport(labelled: readonly LabelledVisitor[], terms: FittingTerms): FitReport {
  const nature = labelled.filter(({ question }) => question === 'nature');
  const named = new Set(labelled.filter(({ isTrue }) => isTrue).map(({ question }) => question));
  const threats = labelled.filter(({ question }) => question !== 'nature' && named.has(question));
  const measure = (learn: Learner): NatureFigures =>
    natureFigures(crossValidate(nature, terms, learn));
  const { fit, calibration } = fitCalibrated(nature, assumedPriors, terms);
  return {
    terms,
    sets: setSizes(nature),
    nature: {
      shipped: measure(shipped(assumedPriors)),
      calibrated: measure(assumedCalibrated(assumedPriors, terms)),
      fitted: measure(fittedCalibrated(assumedPriors, terms)),
    },
    threats: threatFigures(threats, terms),
    natureFit: fit,
    threatFit: fitWeights(threats, assumedPriors, terms),
    calibration,
    assumedCalibration: calibrateAssumed(nature, assumedPriors, terms),
  };
}

/** Log-odds of one either way, as judging has it. */
const SURE = 1 / (1 + Math.exp(-1));

const isDecided = ({ probability }: { readonly probability: number }): boolean =>
  Math.max(probability, 1 - probability) >= SURE;

function natureFigures(estimates: readonly HeldBackEstimate<LabelledVisitor>[]): NatureFigures {
  const bySet = groupBy(estimates, ({ labelled }) => labelled.set);
  const classes = [...bySet].flatMap(([set, own]) => {
    const people = own.filter(({ isTrue }) => !isTrue);
    const bots = groupBy(
      own.filter(({ isTrue }) => isTrue),
      ({ labelled }) => labelled.class,
    );
    return [...bots].map(
      ([name, members]) => [`${set} ${name}`, fitFigures([...people, ...members])] as const,
    );
  });
  return {
    all: fitFigures(estimates),
    decided: fitFigures(estimates.filter(isDecided)),
    sets: Object.fromEntries([...bySet].map(([set, own]) => [set, fitFigures(own)])),
    classes: Object.fromEntries(classes),
  };
}

function threatFigures(
  threats: readonly LabelledVisitor[],
  terms: FittingTerms,
): FitReport['threats'] {
  const byQuestion = (learn: Learner): Map<string, HeldBackEstimate<LabelledVisitor>[]> =>
    groupBy(crossValidate(threats, terms, learn), ({ labelled }) => labelled.question);
  const before = byQuestion(assumed(assumedPriors));
  const after = byQuestion(fitted(assumedPriors, terms));
  return Object.fromEntries(
    [...before.keys()]
      .sort()
      .map((id) => [
        id,
        { assumed: fitFigures(before.get(id) ?? []), fitted: fitFigures(after.get(id) ?? []) },
      ]),
  );
}

function setSizes(nature: readonly LabelledVisitor[]): FitReport['sets'] {
  return [...groupBy(nature, ({ set }) => set)].map(([name, own]) => ({
    name,
    people: own.filter(({ isTrue }) => !isTrue).length,
    bots: own.filter(({ isTrue }) => isTrue).length,
  }));
}
