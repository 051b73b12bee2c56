import { type LabelledEvidence } from './labelled-evidence.js';

/** More visitors of one kind and family than this add no more weight: they are alike. Assumption. */
const ENOUGH = 100;

/** Lets families of sets count alike: a large one is no hundred times as telling as a small one. */
export function countAlike<L extends LabelledEvidence>(labelled: readonly L[]): L[] {
  const partOf = ({ question, family, isTrue }: L): string => `${question} ${family} ${isTrue}`;
  const sizes = new Map<string, number>();
  for (const one of labelled) sizes.set(partOf(one), (sizes.get(partOf(one)) ?? 0) + 1);
  return labelled.map((one) => ({
    ...one,
    importance: Math.min(1, ENOUGH / (sizes.get(partOf(one)) ?? 1)),
  }));
}
