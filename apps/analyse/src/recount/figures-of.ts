import { type JudgedGroup, type TracedJudgement } from '#libs/intent';

type Figures = Readonly<Record<string, unknown>>;

/** The figures that the reasons of a judgement came from, by the names their evidence gives them. */
export function figuresOf(judgement: TracedJudgement, group: JudgedGroup | null): Figures {
  const { address, agents = [], place = 0 } = group ?? {};
  const identity = (place === 0 ? address : agents[place - 1])?.identity;
  const all: Figures = { ...judgement.features, identity };
  const names = [...new Set(judgement.evidence.flatMap(({ features }) => features))];
  return Object.fromEntries(names.map((name) => [name, figureAt(all, name)]));
}

function figureAt(all: Figures, name: string): unknown {
  return (
    name.split('.').reduce<unknown>((found, part) => (found as Figures | undefined)?.[part], all) ??
    null
  );
}
