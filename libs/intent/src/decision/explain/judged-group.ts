import { type Estate } from '../../estate.js';
import { type Visitor } from '../../visitor.js';
import { judgeAddress } from '../judge-address.js';
import { type Judgement } from '../judgement.js';

/** An address with the user agents behind it, as they are judged together, and which of them is asked about. */
export interface JudgedGroup {
  readonly address: Visitor;
  readonly agents: readonly Visitor[];
  /** 0 is the address, 1 the first user agent. */
  readonly place: number;
}

/** The judgement of the visitor asked about. */
export function judgeOne({ address, agents, place }: JudgedGroup, estate: Estate): Judgement {
  const judgement = judgeAddress(address, agents, estate)[place];
  if (judgement === undefined) throw new RangeError(`a group has no visitor ${place}`);
  return judgement;
}

/** The same group, the visitor asked about changed. */
export function changed(
  { address, agents, place }: JudgedGroup,
  change: (visitor: Visitor) => Visitor,
): JudgedGroup {
  if (place === 0) return { address: change(address), agents, place };
  return {
    address,
    agents: agents.map((agent, i) => (i === place - 1 ? change(agent) : agent)),
    place,
  };
}
