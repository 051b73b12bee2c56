import { type VisitorKeyType } from '../visitor-features.js';
import { type Action } from './action.js';
import { type Intent } from './intent.js';

/** Where a visitor key stands in the life of a verdict. */
export type Phase = 'observed' | 'suspected' | 'condemned' | 'lifted';

/** What is remembered about a visitor key between cycles. Times in milliseconds since the epoch. */
export interface VerdictState {
  readonly keyType: VisitorKeyType;
  readonly key: string;
  readonly phase: Phase;
  readonly action: Action;
  readonly intent: Intent;
  readonly score: number;
  /** +1 with every published change of this key; consumers drop lower or equal ones. */
  readonly revision: number;
  /** How often the key was condemned so far. */
  readonly offences: number;
  readonly since: number;
  /** Null unless condemned. */
  readonly expiresAt: number | null;
}
