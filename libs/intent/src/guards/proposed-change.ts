import { type Transition } from '../decision/advance-verdict.js';
import { type Judgement } from '../decision/judgement.js';
import { type Circumstances } from '../policy/circumstances.js';

/** A step of a key that wants to be published. */
export interface ProposedChange extends Transition {
  readonly judgement: Judgement | null;
  readonly circumstances: Circumstances | null;
}
