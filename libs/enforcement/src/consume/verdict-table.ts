import { type VerdictMessage } from '../verdict-message.js';
import { type VerdictChange } from './verdict-change.js';

/** So many lifted keys are remembered: about 100 MiB. A message older than that of a forgotten key would be believed. */
const MOST_LIFTED = 500_000;

/**
 * The verdicts in force, as a consumer of the verdict topic keeps them.
 *
 * Contract: whoever applies every change that the topic still holds ends in the same state, whether it
 * starts at offset zero or joins a compacted topic, and whether changes come in order, out of order, or
 * twice. The revision decides, per key; so a lifted key is remembered, to keep an older message from
 * condemning it again. Expiry needs no message.
 */
export class VerdictTable {
  readonly #verdicts = new Map<string, VerdictMessage>();
  /** Revisions that lifted a key, the latest last. */
  readonly #lifted = new Map<string, number>();

  /** How many verdicts are held, expired ones included until `dropExpired`. */
  get size(): number {
    return this.#verdicts.size;
  }

  /** @returns whether the change was news */
  apply({ key, revision, message }: VerdictChange): boolean {
    const known = this.#revisionOf(key);
    const offered = message?.revision ?? revision ?? known;
    if (offered < known || (offered === known && !this.#removes(key, message))) return false;
    if (message === null) return this.#lift(key, offered);
    this.#lifted.delete(key);
    this.#verdicts.set(key, message);
    return true;
  }

  /** The verdict on a key, unless it was lifted or has expired. `now` in milliseconds since the epoch. */
  get(key: string, now: number): VerdictMessage | undefined {
    const message = this.#verdicts.get(key);
    return message !== undefined && isInForce(message, now) ? message : undefined;
  }

  /** Every verdict that has not expired, in no promised order. */
  inForce(now: number): VerdictMessage[] {
    return [...this.#verdicts.values()].filter((message) => isInForce(message, now));
  }

  /** Lets go of what has expired, keeping its revisions; @returns the verdicts that were dropped */
  dropExpired(now: number): VerdictMessage[] {
    const dropped: VerdictMessage[] = [];
    for (const [key, message] of this.#verdicts) {
      if (isInForce(message, now)) continue;
      dropped.push(message);
      this.#lift(key, message.revision);
    }
    return dropped;
  }

  #revisionOf(key: string): number {
    return this.#verdicts.get(key)?.revision ?? this.#lifted.get(key) ?? -1;
  }

  /** A tombstone of the very revision that is held: written by hand, or a lift that follows its expiry. */
  #removes(key: string, message: VerdictMessage | null): boolean {
    return message === null && this.#verdicts.has(key);
  }

  #lift(key: string, revision: number): boolean {
    const held = this.#verdicts.delete(key);
    const known = this.#lifted.get(key);
    this.#lifted.delete(key);
    this.#lifted.set(key, revision);
    if (this.#lifted.size > MOST_LIFTED)
      this.#lifted.delete(String(this.#lifted.keys().next().value));
    return held || known !== revision;
  }
}

function isInForce({ expires_at }: VerdictMessage, now: number): boolean {
  return expires_at === null || Date.parse(expires_at) > now;
}
