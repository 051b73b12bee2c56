import { type HistoryRow } from '#libs/store';

/** How long a hole in the numbering may be due to a replica that has not got a block yet. */
const PATIENCE_MS = 10_000;

/**
 * Holds back what comes behind a hole in the history: sequences have none, so one that is missing is about to come.
 * After some patience it is taken as lost, which is told once.
 */
export class HistoryGap {
  #since: number | undefined;

  constructor(private readonly tell: (after: number, next: number) => void) {}

  /** The rows that follow on `after` without a hole. `now`: monotonic milliseconds. */
  before(rows: readonly HistoryRow[], after: number, now: number): readonly HistoryRow[] {
    const end = rows.findIndex(({ sequence }, at) => sequence !== after + 1 + at);
    if (end < 0) {
      this.#since = undefined;
      return rows;
    }
    this.#since ??= now;
    if (end > 0 || now - this.#since < PATIENCE_MS) return rows.slice(0, end);
    this.#since = undefined;
    this.tell(after, rows[0]?.sequence ?? after);
    return rows;
  }
}
