import { share, type Share } from './figures.js';
import { DETECTORS, type Detector, type ScoredVisitor } from './scored-visitor.js';

/** Recall of the bad visitors of one class, or at one level of evasion. */
export interface GroupFigures {
  readonly name: string;
  readonly visitors: number;
  readonly recall: Readonly<Record<Detector, Share>>;
  /** Of all, those for whom the product names a threat that the label means. */
  readonly named: Share;
  /** What the product calls them, with how many: the most frequent first. */
  readonly calledAs: readonly (readonly [name: string, visitors: number])[];
}

/** By the class of the label; a visitor of several classes counts in each. */
export const byClass = (visitors: readonly ScoredVisitor[]): GroupFigures[] =>
  grouped(visitors, (visitor) => visitor.class.split(';').map((name) => name.trim() || '(none)'));

/** By how the attacker hides, where labels say so. */
export const byEvasion = (visitors: readonly ScoredVisitor[]): GroupFigures[] =>
  grouped(visitors, ({ evasion }) => (evasion === '' ? [] : [evasion]));

function grouped(
  visitors: readonly ScoredVisitor[],
  namesOf: (visitor: ScoredVisitor) => readonly string[],
): GroupFigures[] {
  const groups = new Map<string, ScoredVisitor[]>();
  for (const visitor of visitors.filter(({ side }) => side === 'bad')) {
    for (const name of new Set(namesOf(visitor))) {
      groups.set(name, [...(groups.get(name) ?? []), visitor]);
    }
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, members]) => groupFigures(name, members));
}

function groupFigures(name: string, members: readonly ScoredVisitor[]): GroupFigures {
  const recallOf = (detector: Detector): Share =>
    share(members.filter(({ opinions }) => opinions[detector].isFlagged).length, members.length);
  return {
    name,
    visitors: members.length,
    recall: Object.fromEntries(
      DETECTORS.map((detector) => [detector, recallOf(detector)]),
    ) as GroupFigures['recall'],
    named: share(members.filter(({ isNamed }) => isNamed).length, members.length),
    calledAs: calledAs(members),
  };
}

function calledAs(members: readonly ScoredVisitor[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { calledAs: name } of members) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
