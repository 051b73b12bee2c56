import { type Action } from '#libs/intent';
import { type Selection, selectEntries } from '../capacity/select-entries.js';
import { blockText } from '../capacity/address-block.js';
import { type VerdictMessage } from '../verdict-message.js';
import { type Decision, type DecisionType, ORIGIN } from './decision.js';
import { DECISION_TYPES } from './decision-types.js';
import { goDuration } from './go-duration.js';

/** What one verdict tells bouncers about one address or block; `decisionAt` makes the answer of it. */
export interface DecisionSource {
  readonly id: number;
  readonly verdictId: string;
  readonly site: string;
  readonly type: DecisionType;
  readonly scope: Decision['scope'];
  readonly value: string;
  readonly scenario: string;
  readonly simulated: boolean;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Blocks one verdict can give: more than any verdict has, so that ids stay apart. */
const BLOCKS_PER_VERDICT = 256;

const ACTIONS = Object.keys(DECISION_TYPES) as readonly Action[];

/** What a verdict tells bouncers, and why it tells nothing where it does not. */
export interface DecisionSources {
  readonly sources: readonly DecisionSource[];
  /** In one word; null where there is something to tell, or the action is none that anybody enforces. */
  readonly withheld: string | null;
  /** What an exclusion keeps back: a bouncer may have heard of it before the exclusion was made. */
  readonly excluded: readonly DecisionSource[];
}

const NOTHING: DecisionSources = { sources: [], withheld: null, excluded: [] };

/**
 * The decisions a verdict stands for: one for each block of `subject.enforce_as`, nothing where it has none,
 * narrows by anything but addresses, or never ends.
 *
 * @param sequence the verdict's place in the history
 */
export function decisionSources(
  message: VerdictMessage,
  sequence: number,
  guard: Selection['guard'],
): DecisionSources {
  if (DECISION_TYPES[message.action] === undefined) return NOTHING;
  if (message.expires_at === null) return { ...NOTHING, withheld: 'no_expiry' };
  const { sources, withheld } = sourcesBehind(message, sequence, guard);
  const isExcluded = withheld === 'never_exported';
  const excluded = isExcluded ? sourcesBehind(message, sequence, () => null).sources : [];
  return { sources, withheld, excluded };
}

function sourcesBehind(
  message: VerdictMessage,
  sequence: number,
  guard: Selection['guard'],
): Omit<DecisionSources, 'excluded'> {
  const { entries, leftOut } = selectEntries([{ ...message, mode: 'enforce' }], {
    actions: ACTIONS,
    sites: [message.site],
    longestIpv6: 128,
    widenIpv6: 'never',
    guard,
  });
  const sources = entries.slice(0, BLOCKS_PER_VERDICT).map(({ block, action, threat }, at) => ({
    id: sequence * BLOCKS_PER_VERDICT + at,
    verdictId: message.verdict_id,
    site: message.site,
    type: DECISION_TYPES[action] ?? 'ban',
    ...placeOf(blockText(block)),
    scenario: `wherefore/${threat === '' ? message.intent.stance : threat}`,
    simulated: message.mode === 'simulate',
    expiresAt: Date.parse(message.expires_at ?? ''),
  }));
  return { sources, withheld: [...leftOut.keys()][0] ?? null };
}

/** The answer at an instant. `endedAt`: when it ended, for what no longer is. Milliseconds since the epoch. */
export function decisionAt(source: DecisionSource, now: number, endedAt?: number): Decision {
  const { id, verdictId, type, scope, value, scenario, simulated, expiresAt } = source;
  return {
    id,
    uuid: verdictId,
    origin: ORIGIN,
    type,
    scope,
    value,
    duration: goDuration(endedAt === undefined ? expiresAt - now : Math.min(endedAt - now, -1)),
    scenario,
    ...(simulated && { simulated: true }),
  };
}

function placeOf(cidr: string): { scope: Decision['scope']; value: string } {
  const single = cidr.includes(':') ? '/128' : '/32';
  return cidr.endsWith(single)
    ? { scope: 'Ip', value: cidr.slice(0, -single.length) }
    : { scope: 'Range', value: cidr };
}
