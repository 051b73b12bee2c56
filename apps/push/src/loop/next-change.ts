import {
  type AddressEntry,
  BlockIndex,
  blockText,
  type Capacity,
  type ChangeLimits,
  entryKey,
  guardChange,
  pack,
  type Packing,
  parseBlock,
  type PendingChange,
} from '#libs/enforcement';
import { type Action } from '#libs/intent';
import { type HeldEntry, type PushTarget } from '../targets/push-target.js';

export interface ChangeQuestion<State, Request> {
  readonly target: PushTarget<State, Request>;
  readonly state: State;
  /** What the verdicts in force ask for, not packed yet. */
  readonly entries: readonly AddressEntry[];
  readonly mostEntries: number;
  readonly limits: ChangeLimits;
  /** For a target that does not tell actions apart: what its entries count as. */
  readonly action: Action;
  /** What was pushed last, by key, and when it ends: the target may not know. */
  readonly ends: ReadonlyMap<string, number | null>;
  readonly pending: PendingChange | null;
  readonly now: number;
}

export interface NextChange<Request> {
  /** What the target is to hold after the requests. */
  readonly wanted: readonly AddressEntry[];
  readonly requests: readonly Request[];
  /** The change waits for the next cycle: until then the target keeps what it has, but for what expires. */
  readonly pending: PendingChange | null;
  readonly heldCount: number;
  /** False where the target holds something else and takes no request now: the next cycle has to look again. */
  readonly isSettled: boolean;
  /** Blocks that did not fit. */
  readonly dropped: number;
  readonly droppedShare: number;
}

/** What brings a target in step with the verdicts, or keeps it as it is until a second cycle confirms. Sends nothing. */
export function nextChange<State, Request>(
  question: ChangeQuestion<State, Request>,
): NextChange<Request> {
  const { target, state, limits, pending: before, now } = question;
  const held = target.held(state);
  const living = livingEntries(held, question);
  const heldKeys = keysOf(living);
  const capacity = capped(target.capacity(state), question.mostEntries);
  const packing = packed(question, capacity, heldKeys);
  const wantedKeys = keysOf(packing.entries);
  const { pending } = isWhatWasPushed(question, wantedKeys)
    ? { pending: null }
    : guardChange(heldKeys, wantedKeys, limits, before);
  const wanted = pending === null ? packing.entries : meanwhile(question, living, pending);
  const requests = target.plan(state, wanted, now);
  return {
    wanted,
    requests,
    pending,
    isSettled: requests.length > 0 || isSame(heldKeys, wantedKeys),
    heldCount: held.length,
    dropped: packing.dropped,
    droppedShare: packing.droppedShare,
  };
}

/**
 * What a target holds while a change waits. Where the list is only to grow, what was lifted leaves it all the same, unless that alone
 * would be sudden: a mistake that is taken back does not wait for a wave to end.
 */
function meanwhile<State, Request>(
  { entries, limits }: ChangeQuestion<State, Request>,
  living: readonly AddressEntry[],
  { alarm }: PendingChange,
): readonly AddressEntry[] {
  if (alarm !== 'grown') return living;
  const condemned = new BlockIndex(entries.map(({ block }) => blockText(block)));
  const kept = living.filter(({ block }) => condemned.overlaps(block));
  const { pending } = guardChange(keysOf(living), keysOf(kept), limits, null);
  return pending === null ? kept : living;
}

/** The verdicts ask for no sudden change; the target lost what it had, as HAProxy does by a reload, or somebody changed it. */
function isWhatWasPushed<State, Request>(
  { ends, limits }: ChangeQuestion<State, Request>,
  wantedKeys: ReadonlySet<string>,
): boolean {
  return (
    ends.size > 0 && guardChange(new Set(ends.keys()), wantedKeys, limits, null).pending === null
  );
}

/** What fits, without what somebody else has entered already: an API takes a second entry of a block as a change of the first. */
function packed<State, Request>(
  { target, state, entries, now }: ChangeQuestion<State, Request>,
  capacity: Capacity,
  heldKeys: ReadonlySet<string>,
): Packing {
  const packing = pack(entries, capacity, heldKeys, now);
  const foreign = target.foreign?.(state);
  if (foreign === undefined || foreign.size === 0) return packing;
  return {
    ...packing,
    entries: packing.entries.filter(({ block }) => !foreign.has(blockText(block))),
  };
}

const keysOf = (some: readonly AddressEntry[]): ReadonlySet<string> => new Set(some.map(entryKey));

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}

/** What the target holds and has not expired, as entries. What somebody else's hand made unreadable is left out, and goes. */
function livingEntries<State, Request>(
  held: readonly HeldEntry[],
  { ends, action: single, now }: ChangeQuestion<State, Request>,
): AddressEntry[] {
  return held.flatMap(({ cidr, action, endsAt }) => {
    const block = parseBlock(cidr);
    if (block === null) return [];
    const known = { block, action: (action ?? single) as Action };
    const expiresAt = endsAt ?? ends.get(entryKey(known)) ?? null;
    const isOver = expiresAt !== null && expiresAt <= now;
    return isOver ? [] : [{ ...known, score: 0, requests: 0, threat: '', expiresAt }];
  });
}

function capped({ ipv4, ipv6, total }: Capacity, most: number): Capacity {
  return { ipv4, ipv6, total: Math.min(total, most) };
}
