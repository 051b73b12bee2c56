import { DecisionBoard, exportGuard } from '#libs/enforcement';
import { type Clock, type Logger } from '#libs/platform';
import { type Exclusions } from '#libs/sources';
import {
  feedExtent,
  feedHistory,
  type HistoryRow,
  newestVerdict,
  outboxAfter,
  type Store,
} from '#libs/store';
import { FeedNotReadyError } from './feed-not-ready-error.js';
import { HistoryGap } from './history-gap.js';
import { numberedChange } from './numbered-change.js';

export interface VerdictFeedOptions {
  readonly store: Pick<Store, 'query'>;
  /** What is never exported. */
  readonly exclusions: Exclusions;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How far back deltas reach, milliseconds. */
  readonly historyMs: number;
}

const PAGE = 5_000;
/** Rounds without news after which the history is asked whether it is still the same one. */
const QUIET_ROUNDS = 60;

/**
 * The verdicts in force, in memory, kept up with the history in the store by its sequence: each round reads what
 * is new and no more. While the store is away the last known ones stay, and end by the clock.
 */
export class VerdictFeed {
  #board: DecisionBoard | undefined;
  #round: Promise<void> | undefined;
  #quiet = 0;
  #mustLoad = false;
  #refreshedAt = Number.NEGATIVE_INFINITY;
  #guard: ReturnType<typeof exportGuard>;
  readonly #gap: HistoryGap;

  constructor(private readonly options: VerdictFeedOptions) {
    this.#guard = exportGuard({ cidrs: options.exclusions.cidrs });
    this.#gap = new HistoryGap((after, next) => {
      options.logger.error('the history of verdicts has a hole; it is read on behind it', {
        after,
        next,
      });
    });
  }

  /** Milliseconds since the last round that succeeded; null before the first. */
  get age(): number | null {
    const age = this.options.clock.monotonic() - this.#refreshedAt;
    return Number.isFinite(age) ? age : null;
  }

  /** Says of a block why it must not leave the house; null where it may. */
  get guard(): ReturnType<typeof exportGuard> {
    return this.#guard;
  }

  /** @throws FeedNotReadyError before the history was read once: no answer is better than an empty list */
  board(): DecisionBoard {
    if (this.#board === undefined) throw new FeedNotReadyError();
    return this.#board;
  }

  /** The board, asked for news first where somebody has heard of more than it has. */
  async boardAt(sequence: number): Promise<DecisionBoard> {
    if (this.board().sequence < sequence) await this.refresh().catch(() => undefined);
    return this.board();
  }

  /** Reads what is new. Calls while a round runs wait for that one. @throws what the store throws */
  refresh(): Promise<void> {
    this.#round ??= this.#read().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #read(): Promise<void> {
    const { clock, exclusions } = this.options;
    if (exclusions.refresh()) {
      this.#guard = exportGuard({ cidrs: exclusions.cidrs });
      this.#mustLoad = true;
    }
    const board = this.#board;
    this.#mustLoad ||= board !== undefined && (await this.#isAnotherHistory(board.sequence));
    if (board === undefined || this.#mustLoad) this.#board = await this.#load();
    else await this.#follow(board);
    this.#mustLoad = false;
    this.#board?.expire(clock.now());
    this.#refreshedAt = clock.monotonic();
  }

  async #load(): Promise<DecisionBoard> {
    const { store, clock, historyMs, logger } = this.options;
    const since = Math.round(clock.now() - historyMs);
    const [extent] = await store.query<{ from: number; until: number }>(feedExtent, { since });
    const { from, until } = extent ?? { from: 0, until: 0 };
    const board = new DecisionBoard(this.#guard, from);
    let after = 0;
    for (;;) {
      const rows = await store.query<HistoryRow>(feedHistory, {
        ...{ from, until, since, after, limit: PAGE },
      });
      this.#put(board, rows);
      after = rows.at(-1)?.sequence ?? until;
      if (rows.length < PAGE) break;
    }
    logger.info('the verdicts in force are read', { verdicts: board.values.size, until });
    return board;
  }

  async #follow(board: DecisionBoard): Promise<void> {
    const { store, clock } = this.options;
    for (;;) {
      const after = board.sequence;
      const rows = await store.query<HistoryRow>(outboxAfter, { after, limit: PAGE });
      const next = this.#gap.before(rows, after, clock.monotonic());
      this.#put(board, next);
      this.#quiet = next.length === 0 ? this.#quiet + 1 : 0;
      if (next.length < PAGE) return;
    }
  }

  /** Whether the table was emptied or restored since: it then ends before what was read. */
  async #isAnotherHistory(sequence: number): Promise<boolean> {
    if (this.#quiet < QUIET_ROUNDS) return false;
    this.#quiet = 0;
    const [row] = await this.options.store.query<{ newest: number }>(newestVerdict);
    const isAnother = (row?.newest ?? 0) < sequence;
    if (isAnother)
      this.options.logger.warn('the history of verdicts starts anew; all is read again');
    return isAnother;
  }

  #put(board: DecisionBoard, rows: readonly HistoryRow[]): void {
    const now = this.options.clock.now();
    for (const row of rows) {
      try {
        board.apply(numberedChange(row), now);
      } catch (error) {
        const { sequence, messageKey } = row;
        this.options.logger.error('a verdict cannot be read; it is left out', {
          ...{ sequence, messageKey, error },
        });
        board.skip(sequence);
      }
    }
  }
}
