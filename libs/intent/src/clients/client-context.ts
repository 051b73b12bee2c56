import { type ClientFigures } from './client-figures.js';
import { type PersonHabits } from './person-habits.js';
import { type SubVisitor } from './sub-visitor.js';

/** What a sub-visitor is held against. */
export interface ClientContext {
  readonly habits: PersonHabits;
  /** The client that it is behind. */
  readonly client: ClientFigures;
  /** The remarkable keys of a kind behind the client, itself among them. */
  behind(kind: SubVisitor['kind']): readonly SubVisitor[];
}
