import { type Intent, type VerdictState } from '#libs/intent';
import { campaignSizes } from '../queries/campaign-sizes.js';
import { resumePoint } from '../queries/resume-point.js';
import { verdictStates } from '../queries/verdict-states.js';
import { type Store } from '../store.js';
import { type CycleFindings, type CycleRecord, type FactsRecord } from './cycle-record.js';
import {
  baselineRow,
  campaignRow,
  cycleRow,
  judgementRow,
  snapshotRows,
  stateRow,
  verdictRow,
} from './cycle-rows.js';

/** Where an analysis takes up again after a stop. Times in milliseconds since the epoch; 0 = never ran. */
export interface ResumePoint {
  readonly asOf: number;
  readonly appendedUntil: number;
  readonly nextSequence: number;
}

/**
 * What the analysis concluded, cycle by cycle.
 *
 * Contract: findings are written before decisions, and both are ordered so that a crash between any two inserts is repaired by
 * running the cycle again. Judgements, baselines, campaigns and states replace their own rows; the verdicts go in as one
 * block, last but one; a cycle whose verdicts are in counts as finished (`resume`), so no change is ever
 * written twice. Nothing else may decide while decisions are written; findings hang on nobody.
 */
export class AnalysisJournal {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async resume(): Promise<ResumePoint> {
    const [point] = await this.#store.query<ResumePoint>(resumePoint);
    return point ?? { asOf: 0, appendedUntil: 0, nextSequence: 1 };
  }

  /** The newest state of every key up to the cycle `asOf`. */
  async states(asOf: number): Promise<readonly VerdictState[]> {
    const rows = await this.#store.query<StateRow>(verdictStates, { asOf });
    return rows.map(({ stance, class: intentClass, ...rest }) => ({
      ...rest,
      intent: { stance, class: intentClass === '' ? null : intentClass },
    }));
  }

  /** How large each campaign was in the cycle `asOf`, by behavioural group. */
  async campaignSizes(asOf: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#store.query<{ cell: string; observed: number }>(campaignSizes, {
      asOf,
    });
    return new Map(rows.map(({ cell, observed }) => [cell, observed]));
  }

  async writeFindings(cycle: CycleFindings): Promise<void> {
    await this.#insert('cycle_snapshots', snapshotRows(cycle));
    await this.#insert(
      'estate_baselines',
      cycle.baselines.map((row) => baselineRow(row, cycle)),
    );
    await this.#insert(
      'campaign_history',
      cycle.campaigns.map((row) => campaignRow(row, cycle)),
    );
    for (let first = 0; first < cycle.judgements.length; first += ROWS_AT_ONCE) {
      const part = cycle.judgements.slice(first, first + ROWS_AT_ONCE);
      await this.#insert(
        'visitor_judgements',
        part.map((row) => judgementRow(row, cycle)),
      );
    }
  }

  async writeDecisions(cycle: CycleRecord): Promise<void> {
    await this.#insert(
      'verdict_states',
      cycle.states.map((row) => stateRow(row, cycle)),
    );
    await this.#writeVerdicts(cycle, CYCLE);
    await this.#insert('analysis_cycles', [cycleRow(cycle)]);
  }

  /** What a round over facts decided. It is finished once its verdicts are in; its states count from then on. */
  async writeRound(round: FactsRecord): Promise<void> {
    await this.#insert('cycle_snapshots', snapshotRows(round));
    await this.#insert(
      'verdict_states',
      round.states.map((row) => ({ ...stateRow(row, round), round: FACTS })),
    );
    await this.#writeVerdicts(round, FACTS);
  }

  /**
   * One block, with the place in the outbox as compare-and-swap token, read back: a token that was
   * logged without its rows (a crash of the server) is followed by another.
   */
  async #writeVerdicts(cycle: FactsRecord, round: string): Promise<void> {
    const [first] = cycle.verdicts;
    if (first === undefined) return;
    const rows = cycle.verdicts.map((row) => ({ ...verdictRow(row, cycle), round }));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.#store.insertRows('verdicts', rows, `verdicts:${first.sequence}:${attempt}`);
      if ((await this.resume()).nextSequence > first.sequence) return;
    }
    throw new Error(
      `the outbox took no verdicts at sequence ${first.sequence}; look at ClickHouse's log`,
    );
  }

  async #insert(table: string, rows: readonly object[]): Promise<void> {
    if (rows.length > 0) await this.#store.insertRows(table, rows);
  }
}

const ATTEMPTS = 3;
/** So many rows become text at a time: the process does nothing else meanwhile, for some tens of milliseconds. */
const ROWS_AT_ONCE = 5_000;
const CYCLE = '';
const FACTS = 'facts';

type StateRow = Omit<VerdictState, 'intent'> & {
  readonly stance: Intent['stance'];
  readonly class: Exclude<Intent['class'], null> | '';
};
