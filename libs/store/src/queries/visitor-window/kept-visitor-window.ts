import { clickHouseTime } from '../../click-house-time.js';
import { type LogSnapshot } from '../../snapshot/log-snapshot.js';
import { type Store } from '../../store.js';
import { countMoved, countRarity, countVisitorWindow } from './count-visitor-window.js';
import { type CountedWindow } from './counted-window.js';
import { learnedName } from './learned-role.js';
import { noteMoved } from './note-moved.js';
import { forgetMoved } from './moved-keys.js';

/** Above this share of visitors that moved, to count everybody costs no more. */
const MOST_MOVED = 0.25;
/** After too many moved, it is not looked who did for so many windows: where steps are long or visitors few, most move each time. */
const REST = 2;
const MINUTE_MS = 60_000;

/** Which window to count. Times in milliseconds since the epoch. */
export interface WantedWindow {
  /** The log as it is to be counted. */
  readonly log: Store;
  /** The same log with the answers that our own verdicts caused. */
  readonly everything: Store;
  readonly snapshot: LogSnapshot;
  readonly from: number;
  readonly to: number;
}

/**
 * Keeps `visitor_window` from cycle to cycle: what a key did in the window is counted again only where that could differ, and the table holds
 * what counting everybody would give. Everybody is counted where anything is not as the last count left it, or a quarter moved.
 */
export class KeptVisitorWindow {
  readonly #mostMoved: number;
  #counted: CountedWindow | null = null;
  #rests = 0;

  /** @param mostMoved the share of addresses above which everybody is counted */
  constructor(mostMoved = MOST_MOVED) {
    this.#mostMoved = mostMoved;
  }

  /** Counts everybody next time. */
  forget(): void {
    this.#counted = null;
  }

  /** Counts the window; gives how many addresses were counted again, null for everybody. */
  async count(wanted: WantedWindow): Promise<number | null> {
    const { log, snapshot, from, to } = wanted;
    const before = this.#counted;
    this.#counted = null;
    const [row] = await log.query<{ learned: string }>(learnedName, { to: clickHouseTime(to) });
    const learned = row?.learned ?? '';
    const now = { snapshot, from, to, learned, round: (before?.round ?? 0) + 1 };
    const moved =
      before !== null && isContinued(before, now) && !this.#isResting()
        ? await this.#countMoved(wanted, before, now)
        : null;
    if (moved === null) await countVisitorWindow(log, from, to);
    this.#counted = moved === null ? { ...now, round: 0 } : now;
    return moved;
  }

  #isResting(): boolean {
    if (this.#rests === 0) return false;
    this.#rests -= 1;
    return true;
  }

  async #countMoved(
    { log, everything }: WantedWindow,
    before: CountedWindow,
    now: CountedWindow,
  ): Promise<number | null> {
    const { moved, visitors } = await noteMoved(everything, before, now);
    if (moved > visitors * this.#mostMoved) {
      this.#rests = REST;
      return null;
    }
    await log.command(forgetMoved);
    await countMoved(log, { from: clickHouseTime(now.from), to: clickHouseTime(now.to) });
    await countRarity(log);
    return moved;
  }
}

/** Whether what was counted then still holds of visitors that did not move; which answers are our own is told by whole minutes. */
function isContinued(before: CountedWindow, now: CountedWindow): boolean {
  return (
    before.learned === now.learned &&
    before.from <= now.from &&
    before.to <= now.to &&
    now.from < before.to &&
    [before.from, before.to, now.from, now.to].every((time) => time % MINUTE_MS === 0) &&
    String(before.snapshot.ownStatuses) === String(now.snapshot.ownStatuses) &&
    before.snapshot.verdicts <= now.snapshot.verdicts &&
    isPartOf(before.snapshot, now.snapshot)
  );
}

/** Whether a snapshot has every line of an earlier one. */
function isPartOf(earlier: LogSnapshot, later: LogSnapshot): boolean {
  const ends = new Map(later.tails.map(({ placeHash, tail }) => [placeHash, tail]));
  return earlier.tails.every(({ placeHash, tail }) => (ends.get(placeHash) ?? -1) >= tail);
}
