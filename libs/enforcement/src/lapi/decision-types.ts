import { type Action } from '#libs/intent';
import { type DecisionType } from './decision.js';

/** What bouncers do about an action, as they name it; `throttle` is a type that a bouncer has to be told of. */
export const DECISION_TYPES: Readonly<Partial<Record<Action, DecisionType>>> = {
  block: 'ban',
  challenge: 'captcha',
  throttle: 'throttle',
};
