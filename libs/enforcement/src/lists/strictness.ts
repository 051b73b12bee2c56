import { type Action } from '#libs/intent';

const ORDER: readonly Action[] = ['allow', 'monitor', 'throttle', 'challenge', 'block'];

/** How much a visitor feels of an action: more is stricter. */
export function strictness(action: Action): number {
  return ORDER.indexOf(action);
}
