import {
  type AddressEntry,
  entryKey,
  type PendingChange,
  retryDelay,
  type Selection,
  type TargetStatus,
  type VerdictMessage,
} from '#libs/enforcement';
import { type Clock, type Logger } from '#libs/platform';
import { parseDuration } from '../file/duration.js';
import { type DescribedTarget } from '../file/push-file.js';
import { type PushTarget } from '../targets/push-target.js';
import { TargetError } from '../targets/target-error.js';
import { EntrySelector } from './entry-selector.js';
import { newStatus } from './new-status.js';
import { type NextChange, nextChange } from './next-change.js';

export interface TargetLoopParts {
  readonly described: DescribedTarget;
  readonly target: PushTarget;
  /** The verdicts in force; null while they are not read yet. */
  readonly verdicts: (now: number) => readonly VerdictMessage[] | null;
  /** As it is now. */
  readonly guard: () => Selection['guard'];
  readonly clock: Clock;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly logger: Logger;
  readonly onRequest: () => void;
  readonly onFailure: (code: string) => void;
}

/**
 * Keeps one target in step with the verdicts in force, cycle by cycle: what is wanted is worked out anew, what is
 * there is read, and the difference is sent. So a lift, an expiry without a message, a change by hand and an outage
 * are all the same: a difference. A cycle that fails leaves the target with what it had.
 */
export class TargetLoop {
  readonly status: TargetStatus;
  readonly everyMs: number;
  readonly #parts: TargetLoopParts;
  readonly #selector: EntrySelector;
  #pushed: { readonly signature: string; readonly at: number } | undefined;
  #ends = new Map<string, number | null>();
  #pending: PendingChange | null = null;

  constructor(parts: TargetLoopParts) {
    const { kind, description } = parts.described;
    this.#parts = parts;
    this.#selector = new EntrySelector(parts.described);
    this.status = newStatus(description.name, kind.kind);
    this.everyMs =
      description.every === undefined ? kind.everyMs : parseDuration(description.every);
  }

  /** Never rejects. */
  async cycle(): Promise<void> {
    const { clock, verdicts, guard } = this.#parts;
    const now = clock.now();
    try {
      const inForce = verdicts(now);
      if (inForce === null || now < this.status.notBefore) return;
      const { entries, leftOut, signature } = this.#selector.select(inForce, guard());
      this.status.leftOut = leftOut;
      if (this.#isDue(signature, now)) await this.#push(entries, signature, now);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Something changed, a change waits to be confirmed, or it is time to see what is really there. */
  #isDue(signature: string, now: number): boolean {
    const pushed = this.#pushed;
    if (pushed === undefined || this.#pending !== null || pushed.signature !== signature)
      return true;
    return now - pushed.at >= this.#parts.described.kind.reconcileMs;
  }

  async #push(entries: readonly AddressEntry[], signature: string, now: number): Promise<void> {
    const { target, described } = this.#parts;
    const { description } = described;
    const state = await target.read();
    const next = nextChange({
      target,
      state,
      entries,
      mostEntries: description.max_entries ?? Infinity,
      limits: description.limits,
      action: description.actions[0] ?? 'block',
      ends: this.#ends,
      pending: this.#pending,
      now,
    });
    this.status.entries = next.heldCount;
    for (const request of next.requests) {
      this.#parts.onRequest();
      await target.send(request);
    }
    this.#succeeded(next, signature, now);
  }

  #succeeded(next: NextChange<unknown>, signature: string, now: number): void {
    const { logger } = this.#parts;
    const { pending, wanted } = next;
    if (pending !== null) this.#heldBack(pending, next.heldCount);
    this.#pending = pending;
    this.#pushed = next.isSettled ? { signature, at: now } : undefined;
    this.#ends = new Map(wanted.map((entry) => [entryKey(entry), entry.expiresAt]));
    if (this.status.failures > 0) logger.info('the target is in step again');
    if (next.requests.length > 0)
      logger.info('the target was changed', {
        before: next.heldCount,
        after: wanted.length,
        dropped: next.dropped,
        requests: next.requests.length,
      });
    Object.assign(this.status, {
      state: pending === null ? 'in_step' : 'held_back',
      heldBack: pending?.alarm ?? null,
      entries: wanted.length,
      dropped: next.dropped,
      droppedShare: next.droppedShare,
      ...(pending === null && { lastSuccess: now }),
      failures: 0,
      notBefore: 0,
    });
  }

  #heldBack({ alarm, size, asked }: PendingChange, held: number): void {
    const advice =
      'it keeps what it has until the next cycles ask for the same; if they should not, stop this process and see `wherefore verdicts`';
    this.#parts.logger.warn('a large change is held back', {
      alarm,
      held,
      wanted: size,
      asked,
      advice,
    });
  }

  #failed(error: unknown): void {
    const { clock, chance, logger, onFailure } = this.#parts;
    const { status } = this;
    const isKnown = error instanceof TargetError;
    const code = isKnown ? error.code : 'BUG';
    const message = error instanceof Error ? error.message : String(error);
    status.failures += 1;
    status.state = 'failing';
    const delay = retryDelay(status.failures, chance(), isKnown ? error.retryAfterMs : 0);
    status.notBefore = clock.now() + delay;
    status.lastFailure = { code, message, at: clock.now() };
    this.#pushed = undefined;
    onFailure(code);
    const retryInSeconds = Math.round(delay / 1_000);
    const fields = { code, advice: message, failures: status.failures, retryInSeconds };
    const said = 'the target could not be brought in step and keeps what it had';
    if (isKnown) logger.error(said, fields);
    else logger.error(said, { ...fields, error });
  }
}
