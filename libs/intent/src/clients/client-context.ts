import { type ClientFigures } from './client-figures.js';
import { type PersonHabits } from './person-habits.js';
import { type SubVisitor } from './sub-visitor.js';

/** What a sub-visitor is held against. */
export interface ClientContext {
  readonly habits: PersonHabits;
  /** The client that it is behind. */
  readonly client: ClientFigures;
  /** How many keys of the same kind behind the client fulfil a condition, itself among them. */
  count(kind: SubVisitor['kind'], fulfils: (one: SubVisitor) => boolean): number;
}
