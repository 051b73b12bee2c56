import { type Estate, judgeAddress, type Judgement } from '#libs/intent';
import { type AddressVisitors } from './read-moved-visitors.js';

/** An address and the user agents behind it with their judgements: the address's first, then in their order. */
export interface JudgedAddress extends AddressVisitors {
  readonly judgements: readonly Judgement[];
}

/** Judges every visitor in the estate, address by address. */
export function judgeVisitors(
  visitors: readonly AddressVisitors[],
  estate: Estate,
): readonly JudgedAddress[] {
  return visitors.map((one) => ({
    ...one,
    judgements: judgeAddress(one.address, one.agents, estate),
  }));
}
