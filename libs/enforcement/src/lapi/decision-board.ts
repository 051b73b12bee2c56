import { type VerdictChange } from '../consume/verdict-change.js';
import { VerdictTable } from '../consume/verdict-table.js';
import { type Selection } from '../capacity/select-entries.js';
import { type VerdictMessage } from '../verdict-message.js';
import { type DecisionSource, decisionSources } from './decision-source.js';
import { EndedDecisions } from './ended-decisions.js';
import { ValueIndex } from './value-index.js';

/** A change of the history with its place in it. */
export interface NumberedChange extends VerdictChange {
  readonly sequence: number;
}

/** How often memory of expired verdicts is given back; they are not told meanwhile. */
const SWEEP_MS = 60_000;

interface Posted {
  readonly sequence: number;
  readonly expiresAt: number;
  readonly sources: readonly DecisionSource[];
  readonly withheld: string | null;
}

/**
 * What bouncers are to enforce now, and what became of it lately: the verdicts in force as decisions, and the
 * trail of those that began or ended, which deltas are made of.
 *
 * Contract: changes come in the order of their sequence; a change that was seen does nothing. `expire` is
 * asked before answering: a verdict ends by the clock, without a message. Times in milliseconds since the epoch.
 */
export class DecisionBoard {
  readonly #table = new VerdictTable();
  readonly #posted = new Map<string, Posted>();
  readonly values = new ValueIndex();
  readonly ended: EndedDecisions;
  #sequence: number;
  #version = 0;
  #nextExpiry = Number.POSITIVE_INFINITY;
  #nextSweep = 0;

  /** @param from the sequence up to which nothing is known of what ended */
  constructor(
    private readonly guard: Selection['guard'],
    from: number,
  ) {
    this.#sequence = from;
    this.ended = new EndedDecisions(from);
  }

  /** The place in the history up to which everything is in. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Another number whenever anything changed. */
  get version(): number {
    return this.#version;
  }

  apply(change: NumberedChange, now: number): void {
    this.skip(change.sequence);
    if (!this.#table.apply(change)) return;
    this.#version += 1;
    this.#takeDown(change.key, change.sequence, now);
    if (change.message !== null) this.#post(change.key, change.message, change.sequence, now);
  }

  /** Passes over a change that cannot be read. */
  skip(sequence: number): void {
    this.#sequence = Math.max(this.#sequence, sequence);
  }

  /** Ends what the clock ends. */
  expire(now: number): void {
    if (now >= this.#nextSweep) {
      this.#table.dropExpired(now);
      this.#nextSweep = now + SWEEP_MS;
    }
    if (now < this.#nextExpiry) return;
    this.#nextExpiry = Number.POSITIVE_INFINITY;
    const over: Posted[] = [];
    for (const [key, posted] of this.#posted) {
      if (posted.expiresAt > now) {
        this.#nextExpiry = Math.min(this.#nextExpiry, posted.expiresAt);
        continue;
      }
      over.push(posted);
      this.#posted.delete(key);
      for (const source of posted.sources) this.values.remove(source);
    }
    this.#version += 1;
    this.ended.expired(over.flatMap(({ sources }) => sources));
  }

  /** The verdicts in force, without reasons. */
  inForce(now: number): VerdictMessage[] {
    return this.#table.inForce(now);
  }

  /** How many verdicts in force are not told, by reason. */
  withheld(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { withheld } of this.#posted.values()) {
      if (withheld !== null) counts.set(withheld, (counts.get(withheld) ?? 0) + 1);
    }
    return counts;
  }

  #post(key: string, message: VerdictMessage, sequence: number, now: number): void {
    const { sources, withheld, excluded } = decisionSources(message, sequence, this.guard);
    const expiresAt =
      message.expires_at === null ? Number.POSITIVE_INFINITY : Date.parse(message.expires_at);
    this.#posted.set(key, { sequence, expiresAt, sources, withheld });
    this.#nextExpiry = Math.min(this.#nextExpiry, expiresAt);
    for (const source of sources) this.values.add(source);
    this.ended.changed(sources, sequence, now);
    this.ended.noticed(excluded, now);
  }

  #takeDown(key: string, sequence: number, now: number): void {
    const posted = this.#posted.get(key);
    if (posted === undefined) return;
    this.#posted.delete(key);
    for (const source of posted.sources) this.values.remove(source);
    this.ended.changed(posted.sources, sequence, now);
  }
}
