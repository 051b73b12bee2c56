import { type VisitorKeyType } from '../visitor-features.js';
import { type Action } from './action.js';
import { type Intent } from './intent.js';

/**
 * Where a visitor key stands in the life of a verdict. `condemned` and `decaying` are in force: confirmed by the newest conduct, or only
 * not taken back by it yet.
 */
export type Phase = 'observed' | 'suspected' | 'condemned' | 'decaying' | 'lifted';

/** What is remembered about a visitor key between cycles. Times in milliseconds since the epoch. */
export interface VerdictState {
  readonly keyType: VisitorKeyType;
  readonly key: string;
  readonly phase: Phase;
  readonly action: Action;
  readonly mode: 'enforce' | 'simulate';
  readonly intent: Intent;
  readonly score: number;
  /** +1 with every published change of this key; consumers drop lower or equal ones. */
  readonly revision: number;
  /** How often the key was condemned so far; what is long ago counts less. */
  readonly offences: number;
  readonly since: number;
  /** Null unless in force. */
  readonly expiresAt: number | null;
  /** When conduct last confirmed the verdict; null unless in force. */
  readonly confirmedAt: number | null;
  /** The strictest action that this verdict may still take: a cap that was met once stays for the life of the verdict. */
  readonly atMost: Action;
  /** The part of the policy that decided the action, such as `rules.logins`. */
  readonly because: string;
}

/** Whether a verdict is in force. */
export function isInForce({ phase }: Pick<VerdictState, 'phase'>): boolean {
  return phase === 'condemned' || phase === 'decaying';
}
