import { type Visitor } from '../visitor.js';
import { type Evidence } from './evidence.js';

/**
 * Looks over the shoulder of a judgement: takes the place of how rules are asked for evidence. `World` is what the
 * visitor is compared with, the `Estate` that has the inquiry.
 */
export interface Inquiry<World> {
  observe(
    rules: readonly ((visitor: Visitor, estate: World) => Evidence | null)[],
    visitor: Visitor,
    estate: World,
  ): readonly Evidence[];
}
