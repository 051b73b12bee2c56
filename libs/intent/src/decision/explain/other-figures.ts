import { type Estate } from '../../estate.js';
import { type Visitor } from '../../visitor.js';
import { type VisitorFeatures } from '../../visitor-features.js';
import { type Policy } from '../../policy/policy.js';
import { changed, judgeOne, type JudgedGroup } from './judged-group.js';
import { differs, type Outcome, outcomeOf } from './outcome.js';

/** What would have been concluded, had one figure been another and everything else as it was. */
export interface OtherFigure {
  /** A name of `VisitorFeatures`, or `probes.exploit`. */
  readonly feature: string;
  readonly value: number;
  /** The figure nearest to it with which action or stance come out otherwise. */
  readonly instead: number;
  readonly outcome: Outcome;
}

/**
 * For each count that reasons came from, the nearest other value that would have changed action or stance: first
 * fewer, then more, up to the visitor's requests. Found by judging again, by bisection, so where the conclusion
 * goes back and forth with a figure it is a change, though perhaps not the nearest. Figures that depend on each
 * other are not changed together: `loginFailures` stays where `loginAttempts` falls.
 *
 * @param features names as in `TracedEvidence.features`; what is no count is left out
 */
export function otherFigures(
  group: JudgedGroup,
  features: readonly string[],
  estate: Estate,
  policy: Policy,
): readonly OtherFigure[] {
  const outcome = outcomeOf(judgeOne(group, estate), policy);
  const most = askedAbout(group).features.requests;
  return [...new Set(features)].flatMap((feature) => {
    const value = figureOf(askedAbout(group).features, feature);
    if (value === null) return [];
    const at = (instead: number): OtherFigure => ({
      feature,
      value,
      instead,
      outcome: outcomeOf(judgeOne(changed(group, withFigure(feature, instead)), estate), policy),
    });
    const isOther = (one: OtherFigure): boolean => differs(one.outcome, outcome);
    return nearest(value, 0, at, isOther) ?? nearest(value, most, at, isOther) ?? [];
  });
}

function askedAbout({ address, agents, place }: JudgedGroup): Visitor {
  return (place === 0 ? address : agents[place - 1]) ?? address;
}

/** Between `same`, where nothing changes, and `end`, where something has to: the value nearest to `same`. */
function nearest(
  same: number,
  end: number,
  at: (value: number) => OtherFigure,
  isOther: (one: OtherFigure) => boolean,
): OtherFigure | null {
  let found = at(end);
  if (end === same || !isOther(found)) return null;
  let kept = same;
  while (Math.abs(found.instead - kept) > 1) {
    const middle = at(Math.trunc((found.instead + kept) / 2));
    if (isOther(middle)) found = middle;
    else kept = middle.instead;
  }
  return found;
}

/** Null where the name is no count of this visitor. */
function figureOf(features: VisitorFeatures, name: string): number | null {
  const figures = features as unknown as Record<string, unknown>;
  const [group = '', kind] = name.split('.');
  const value =
    kind === undefined ? figures[name] : (figures[group] as Figures | undefined)?.[kind];
  return Number.isSafeInteger(value) && !NO_COUNT.has(name) ? (value as number) : null;
}

type Figures = Readonly<Record<string, unknown>>;

/** Instants and lengths of time: whole numbers, but nothing that was counted. */
const NO_COUNT: ReadonlySet<string> = new Set([
  'firstSeen',
  'lastSeen',
  'medianGapMs',
  'loginToPaymentMs',
  'checkoutMs',
  'serviceTimeMs',
]);

function withFigure(name: string, value: number): (visitor: Visitor) => Visitor {
  const [group = '', kind] = name.split('.');
  return (visitor) => {
    const figures = visitor.features as unknown as Record<string, object>;
    const change =
      kind === undefined ? { [name]: value } : { [group]: { ...figures[group], [kind]: value } };
    return { ...visitor, features: { ...visitor.features, ...change } };
  };
}
