import { blockOf, type ScopedKey } from '../policy/key-scope.js';
import { cidrOverlap } from '../policy/cidr-overlap.js';
import { stricterOf } from '../policy/strictness.js';
import { isInForce, type VerdictState } from './verdict-state.js';

/** What the verdicts that begin in a cycle make of others. */
export interface Superseded {
  /** Verdicts in force that a wider one has made needless: to be lifted. */
  readonly needless: readonly VerdictState[];
  /** Which verdicts each new one replaces. */
  readonly replacedBy: (verdict: ScopedKey) => readonly ScopedKey[];
}

/**
 * Settles new verdicts with those on wider and narrower keys. A verdict on an address makes those on its user agents needless, if it
 * is enforced and no milder; a verdict on a user agent replaces one on its address that is lifted in the same cycle.
 */
export function supersede(
  begun: readonly VerdictState[],
  lifted: readonly VerdictState[],
  inForce: readonly VerdictState[],
): Superseded {
  const replaced = new Map<string, VerdictState[]>();
  const needless = new Set<VerdictState>();
  for (const verdict of begun) {
    const narrower = inForce.filter((one) => covers(verdict, one) && !isWeaker(verdict, one));
    const wider = lifted.filter((one) => covers(one, verdict));
    replaced.set(nameOf(verdict), [...narrower, ...wider]);
    for (const one of narrower.filter(isInForce)) needless.add(one);
  }
  return {
    needless: [...needless],
    replacedBy: (verdict) =>
      (replaced.get(nameOf(verdict)) ?? []).map(({ keyType, key }) => ({ keyType, key })),
  };
}

/** Whether every request of the narrower key is one of the wider key. */
function covers(wide: ScopedKey, narrow: ScopedKey): boolean {
  if (wide.keyType === 'api_client')
    return narrow.keyType === 'api_sub_visitor' && narrow.key.startsWith(`${wide.key}|`);
  const block = blockOf(narrow);
  if (block === null) return false;
  if (wide.keyType === 'address')
    return narrow.keyType === 'address_user_agent' && block === wide.key;
  return wide.keyType === 'prefix' && narrow.keyType !== 'prefix' && cidrOverlap(wide.key, block);
}

function isWeaker(wide: VerdictState, narrow: VerdictState): boolean {
  if (wide.mode === 'simulate') return narrow.mode === 'enforce';
  return stricterOf(wide.action, narrow.action) !== wide.action;
}

const nameOf = ({ keyType, key }: ScopedKey): string => `${keyType}/${key}`;
