import { type Estate, judgeAddress, type Judgement } from '#libs/intent';
import { mapByTurns } from './map-by-turns.js';
import { type AddressVisitors } from './read-moved-visitors.js';

/** An address and the user agents behind it with their judgements: the address's first, then in their order. */
export interface JudgedAddress extends AddressVisitors {
  readonly judgements: readonly Judgement[];
}

/** Judges every visitor in the estate, address by address. */
export function judgeVisitors(
  visitors: readonly AddressVisitors[],
  estate: Estate,
): Promise<readonly JudgedAddress[]> {
  return mapByTurns(visitors, (one) => ({
    ...one,
    judgements: judgeAddress(one.address, one.agents, estate),
  }));
}
