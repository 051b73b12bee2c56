import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { type Judgement } from './judgement.js';
import { judgeVisitor } from './judge-visitor.js';
import { narrowScope } from './narrow-scope.js';

/**
 * Judges an address and the user agents behind it, narrowest scope first in mind.
 *
 * The address comes first in the result. Pure: the same visitor in the same estate is always judged
 * the same.
 */
export function judgeAddress(
  address: Visitor,
  agents: readonly Visitor[],
  estate: Estate,
): readonly Judgement[] {
  return narrowScope(
    judgeVisitor(address, estate),
    agents.map((agent) => judgeVisitor(agent, estate)),
  );
}
