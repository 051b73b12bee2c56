import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { type Judgement } from './judgement.js';
import { judgeVisitor } from './judge-visitor.js';
import { narrowScope, peopleAmong } from './narrow-scope.js';

/** This many people behind one address, and the log names a proxy there, not the visitors. Assumption. */
const A_PROXY = 3;

/**
 * Judges an address and the user agents and sessions behind it (`agents`), narrowest scope first in mind.
 *
 * Where the address turns out to be a proxy, no crawler's claim can be checked by it: nobody there is called
 * an impostor. The address comes first in the result. Pure: the same visitor in the same estate is always
 * judged the same.
 */
export function judgeAddress(
  address: Visitor,
  agents: readonly Visitor[],
  estate: Estate,
): readonly Judgement[] {
  const judgements = agents.map((agent) => judgeVisitor(agent, estate));
  if (peopleAmong(judgements) < A_PROXY) {
    return narrowScope(judgeVisitor(address, estate), judgements);
  }
  return narrowScope(
    judgeVisitor(unclaimed(address), estate),
    agents.map((agent) => judgeVisitor(unclaimed(agent), estate)),
  );
}

function unclaimed(visitor: Visitor): Visitor {
  return { ...visitor, identity: { ...visitor.identity, impostor: false } };
}
