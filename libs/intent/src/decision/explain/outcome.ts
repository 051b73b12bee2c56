import { type Action } from '../action.js';
import { type Judgement } from '../judgement.js';
import { actionFor } from '../../policy/decide-action.js';
import { type Policy } from '../../policy/policy.js';

/** What a judgement comes to: what a person would notice if it came out otherwise. */
export interface Outcome {
  readonly action: Action;
  readonly stance: Judgement['intent']['stance'];
  readonly class: Judgement['intent']['class'];
  /** Risk, 0 to 100. */
  readonly score: number;
}

export function outcomeOf(judgement: Judgement, policy: Policy): Outcome {
  const { stance, class: intentClass } = judgement.intent;
  return {
    action: actionFor(judgement, policy),
    stance,
    class: intentClass,
    score: judgement.score,
  };
}

/** Whether action or stance differ; a risk or a class alone changes nothing for the visitor. */
export function differs(one: Outcome, other: Outcome): boolean {
  return one.action !== other.action || one.stance !== other.stance;
}
