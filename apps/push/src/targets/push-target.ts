import { type AddressEntry, type Capacity } from '#libs/enforcement';

/** An entry that the target holds and that is ours. */
export interface HeldEntry {
  /** Canonical, as `blockText` writes it. */
  readonly cidr: string;
  /** What is done about it; null where the target does not tell. */
  readonly action: string | null;
  /** Milliseconds since the epoch; null where the target lets nothing expire by itself. */
  readonly endsAt: number | null;
}

/**
 * One enforcement point. `read` before every `plan`, so that what is sent follows from what is there: locks, item
 * ids, and whatever somebody changed by hand.
 */
export interface PushTarget<State = unknown, Request = unknown> {
  /** @throws TargetError */
  read(): Promise<State>;
  held(state: State): readonly HeldEntry[];
  /** Blocks that somebody else entered beside ours: they are left to them. Absent where the target is ours as a whole. */
  foreign?(state: State): ReadonlySet<string>;
  /** How many blocks of ours it can hold now. */
  capacity(state: State): Capacity;
  /** The requests that make it hold exactly what is wanted, in order; none where it does. Plain data. */
  plan(state: State, wanted: readonly AddressEntry[], now: number): readonly Request[];
  /** Resolves when the request has taken effect as far as the target tells. @throws TargetError */
  send(request: Request): Promise<void>;
  /** One line about a request, for people. */
  describe(request: Request): string;
}
