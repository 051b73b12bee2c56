import { type CycleRecord, eventSteps, logExtent, type Store } from '#libs/store';
import { type Clock } from '#libs/platform';
import { type AnalysisCycle } from '../analysis.cycle.js';
import { dueSteps } from './due-steps.js';

/** How cycles are laid over event time. Lengths in milliseconds. */
export interface ScheduleSettings {
  readonly stepMs: number;
  readonly latenessMs: number;
  readonly idleMs: number;
  /** Everything stored is complete; late events need no second look. */
  readonly once: boolean;
  /** Steps that end after `from`, and not after `until`, are judged. Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

interface LogExtent {
  readonly events: number;
  readonly oldest: number;
  readonly newest: number;
  readonly appendedUntil: number;
}

type OnCycle = (record: CycleRecord, stepsLeft: number) => Promise<void>;

/**
 * Decides which cycles to run, from what is stored: one at the end of each event-time step that holds
 * events, in order, once the watermark (newest event less the allowed lateness) has passed it.
 *
 * Events that arrive for a step already judged move their visitors into the next cycle; on an idle log
 * the last step is judged again for them.
 */
export class AnalysisSchedule {
  readonly #store: Store;
  readonly #cycle: AnalysisCycle;
  readonly #settings: ScheduleSettings;
  readonly #clock: Clock;
  #lastAsOf = 0;
  #seenUntil = 0;
  #grownAt = 0;
  #knownUntil = 0;

  constructor(store: Store, cycle: AnalysisCycle, settings: ScheduleSettings, clock: Clock) {
    this.#store = store;
    this.#cycle = cycle;
    this.#settings = settings;
    this.#clock = clock;
  }

  async resume(): Promise<void> {
    const point = await this.#cycle.resume();
    this.#lastAsOf = Math.max(point.asOf, this.#settings.from);
    this.#seenUntil = point.appendedUntil;
  }

  /** Runs every cycle that is due now; `onCycle` hears of each. `stopped` is asked before each cycle. */
  async catchUp(onCycle: OnCycle, stopped: () => boolean): Promise<void> {
    const [extent] = await this.#store.query<LogExtent>(logExtent);
    if (extent === undefined || extent.events === 0) return;
    const idle = this.#isIdle(extent);
    const due = await this.#dueSteps(extent, idle);
    for (const [i, asOf] of due.entries()) {
      if (stopped()) return;
      const record = await this.#cycle.run(this.#spanOf(asOf, extent));
      this.#lastAsOf = asOf;
      this.#seenUntil = extent.appendedUntil;
      await onCycle(record, due.length - i - 1);
    }
  }

  async #dueSteps(extent: LogExtent, idle: boolean): Promise<readonly number[]> {
    const { stepMs: step, latenessMs } = this.#settings;
    const rows = await this.#store.query<{ stepEnd: number }>(eventSteps, {
      after: this.#lastAsOf,
      step,
    });
    const stepEnds = rows
      .map(({ stepEnd }) => stepEnd)
      .filter((stepEnd) => stepEnd > this.#lastAsOf && stepEnd <= this.#settings.until);
    const due = dueSteps({ stepEnds, newest: extent.newest, latenessMs, idle });
    const late = idle && due.length === 0 && extent.appendedUntil > this.#seenUntil;
    return late && this.#lastAsOf > 0 && !this.#settings.once ? [this.#lastAsOf] : due;
  }

  #spanOf(asOf: number, extent: LogExtent): Parameters<AnalysisCycle['run']>[0] {
    return {
      asOf,
      since: asOf - this.#settings.stepMs,
      appendedSince: this.#settings.once ? Number.MAX_SAFE_INTEGER : this.#seenUntil - 1,
      appendedUntil: extent.appendedUntil,
    };
  }

  #isIdle({ appendedUntil }: LogExtent): boolean {
    if (this.#settings.once) return true;
    const now = this.#clock.monotonic();
    if (appendedUntil > this.#knownUntil) {
      this.#knownUntil = appendedUntil;
      this.#grownAt = now;
    }
    return now - this.#grownAt >= this.#settings.idleMs;
  }
}
