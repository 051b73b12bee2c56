import { type ProposedChange } from './proposed-change.js';

/** A challenge or a throttle is passed by people: it hurts a tenth as much. Assumption. */
const HINDERED = 0.1;

/**
 * How many people a new verdict is expected to lock out: those whom its key hits besides, and the visitor itself by as much as the
 * judgement may be wrong. Verdicts for trial hit nobody.
 */
export function expectedPeople({ state, judgement, circumstances }: ProposedChange): number {
  if (state.mode === 'simulate' || judgement === null) return 0;
  const others = circumstances?.blastRadius?.people ?? 0;
  const itself = 1 - Math.min(1, judgement.confidence);
  return (others + itself) * (state.action === 'block' ? 1 : HINDERED);
}
