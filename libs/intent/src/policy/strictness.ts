import { type Action } from '../decision/action.js';

const strictness: readonly Action[] = ['allow', 'monitor', 'throttle', 'challenge', 'block'];

/** The milder of two actions. */
export function milderOf(one: Action, other: Action): Action {
  return strictness.indexOf(one) <= strictness.indexOf(other) ? one : other;
}

/** The stricter of two actions. */
export function stricterOf(one: Action, other: Action): Action {
  return milderOf(one, other) === one ? other : one;
}

/** Actions that a visitor feels. */
export function isFelt(action: Action): boolean {
  return action !== 'allow' && action !== 'monitor';
}
