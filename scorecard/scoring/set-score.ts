import { type DataSet } from '../data-sets/data-set.js';
import { byClass, byEvasion, type GroupFigures } from './class-figures.js';
import { type Figures, figures } from './figures.js';
import { DETECTORS, type Detector, type ScoredVisitor } from './scored-visitor.js';

/**
 * `plain`: as recorded. `masked`: bots under browsers' user agents. `fitted`: plain, judged by weights that were fitted to other
 * visitors of the same set, five-fold.
 */
export type ScoredVariant = 'plain' | 'masked' | 'fitted';

/** All figures about one data set in one variant. */
export interface SetScore {
  readonly name: string;
  readonly about: string;
  readonly origin: DataSet['origin'];
  readonly question: DataSet['question'];
  readonly variant: ScoredVariant;
  readonly figures: Readonly<Record<Detector, Figures>>;
  readonly classes: readonly GroupFigures[];
  readonly evasions: readonly GroupFigures[];
  /** Innocents the product accuses, the busiest first, as kinds: who they are stays in the data. */
  readonly accused: readonly {
    readonly kind: string;
    readonly calledAs: string;
    readonly requests: number;
  }[];
}

export function setScore(
  set: Pick<DataSet, 'name' | 'about' | 'origin' | 'question'>,
  variant: ScoredVariant,
  visitors: readonly ScoredVisitor[],
): SetScore {
  const { name, about, origin, question } = set;
  return {
    name,
    about,
    origin,
    question,
    variant,
    figures: Object.fromEntries(
      DETECTORS.map((detector) => [detector, figures(visitors, detector)]),
    ) as SetScore['figures'],
    classes: byClass(visitors),
    evasions: byEvasion(visitors),
    accused: accused(visitors),
  };
}

const ACCUSED = 10;

function accused(visitors: readonly ScoredVisitor[]): SetScore['accused'] {
  return visitors
    .filter(
      ({ side, opinions }) => ['person', 'verified'].includes(side) && opinions.wherefore.isFlagged,
    )
    .sort((one, other) => other.requests - one.requests)
    .slice(0, ACCUSED)
    .map((one) => ({
      kind: one.kind || one.class,
      calledAs: one.calledAs,
      requests: one.requests,
    }));
}
