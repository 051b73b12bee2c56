import { isFelt } from '../policy/strictness.js';
import { type ProposedChange } from './proposed-change.js';

/** A challenge or a throttle is passed by people: it hurts a tenth as much. Assumption. */
const HINDERED = 0.1;

/**
 * How many people a verdict that begins or gets stricter is expected to lock out, beyond those it locked out before: those whom its key hits
 * besides, and the visitor itself by as much as the judgement may be wrong. Verdicts for trial hit nobody.
 */
export function expectedPeople(one: ProposedChange): number {
  const { state, judgement, circumstances, before } = one;
  if (judgement === null) return 0;
  const others = circumstances?.blastRadius?.people ?? 0;
  const itself = 1 - Math.min(1, judgement.confidence);
  const harder = hurt(state) - (before === undefined ? 0 : hurt(before));
  return (others + itself) * Math.max(0, harder);
}

/** How much a person is hurt by what is done: 0 to 1. */
function hurt({ action, mode }: NonNullable<ProposedChange['before']>): number {
  if (mode === 'simulate' || !isFelt(action)) return 0;
  return action === 'block' ? 1 : HINDERED;
}
