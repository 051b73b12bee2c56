import { parseBlock } from '../capacity/address-block.js';
import { type Decision } from './decision.js';
import { type DecisionBoard } from './decision-board.js';
import { type DecisionFilter } from './decision-filter.js';
import { decisionAt, type DecisionSource } from './decision-source.js';
import { valueOf } from './value-index.js';

/** About what a bouncer asks; nothing given asks about everything. */
export interface DecisionQuestion {
  /** An address, or a block in CIDR notation. */
  readonly block?: string | undefined;
  /** Decisions whose addresses include the block (default), or lie in it. */
  readonly contains?: boolean | undefined;
  /** Exactly this value; an address or block in any notation. */
  readonly value?: string | undefined;
}

/**
 * The decisions in force about what was asked.
 *
 * @throws RangeError when `block` is no address and no CIDR block
 */
export function searchDecisions(
  board: DecisionBoard,
  question: DecisionQuestion,
  filter: DecisionFilter,
  now: number,
): Decision[] {
  board.expire(now);
  return found(board, question, filter, now).map((source) => decisionAt(source, now));
}

function found(
  { values }: DecisionBoard,
  { block: text, contains = true, value }: DecisionQuestion,
  filter: DecisionFilter,
  now: number,
): DecisionSource[] {
  if (text !== undefined) {
    const block = parseBlock(text);
    if (block === null) throw new RangeError('neither an address nor a CIDR block');
    return contains ? values.holding(block, filter, now) : values.within(block, filter, now);
  }
  if (value === undefined) return [...values.all(filter, now)];
  const block = parseBlock(value);
  return values.of(block === null ? value : valueOf(block), filter, now);
}
