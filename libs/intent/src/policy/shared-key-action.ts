import { type Action } from '../decision/action.js';

/** What may be done to people for what somebody else does. */
export type SharedKeyAction = Exclude<Action, 'allow'>;
