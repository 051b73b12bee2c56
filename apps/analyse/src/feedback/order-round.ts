import { type Judgement, liftVerdict, modelVersion, type VerdictState } from '#libs/intent';
import {
  type AnalysisJournal,
  clickHouseTime,
  type FactsRecord,
  type HeldVerdict,
  heldVerdicts,
  lastDecision,
  type OperatorOrder,
  type Store,
  visitorFeaturesVersion,
} from '#libs/store';
import { type AnalysisCycle, type CycleSettings } from '../analysis.cycle.js';
import { type TracedTransition, untraced } from '../verdicts/trace-changes.js';
import { type VerdictBook } from '../verdicts/verdict-book.js';
import { verdictRows } from '../verdicts/verdict-rows.js';
import { type OperatorBoard } from './operator-board.js';

/** Held verdicts are offered for so long. */
const HELD_MS = 7 * 86_400_000;

/** What orders are carried out with. */
export interface OrderSettings extends CycleSettings {
  readonly board: OperatorBoard;
  /** Reads the policy again, where it has changed. */
  readonly lookAtPolicy: () => void;
}

/**
 * Does what persons ordered, between and beside the cycles: lifts what was a mistake, lifts everything, releases what was held. What is
 * done already is not done again, so a round that fails is simply run again.
 */
export class OrderRound {
  constructor(
    private readonly store: Store,
    private readonly journal: AnalysisJournal,
    private readonly book: VerdictBook,
    private readonly cycle: AnalysisCycle,
    private readonly settings: OrderSettings,
  ) {}

  /** One look at the orders; gives how many verdicts changed. */
  async run(): Promise<number> {
    this.settings.lookAtPolicy();
    await this.settings.board.refresh();
    const held = await this.#toBeReleased();
    if (this.#toBeLifted().length === 0 && held.length === 0) return 0;
    let written = 0;
    await this.cycle.between(async (firstSequence) => {
      const [row] = await this.store.query<{ decidedAt: number }>(lastDecision);
      const asOf = (row?.decidedAt ?? 0) + 1;
      const lifts = this.#toBeLifted().map(({ state, because }) => lift(state, asOf, because));
      const releases = held.flatMap((one) => this.#release(one, asOf));
      const changes = [...lifts, ...releases];
      written = changes.length;
      if (written === 0) return 0;
      const round = this.#record(changes, asOf, firstSequence);
      await this.journal.writeRound(round);
      this.book.commitBeside(round.states);
      return written;
    });
    return written;
  }

  /** Whether nothing may be published just now. */
  get isStopped(): boolean {
    const { board, policy } = this.settings;
    return !this.#isLifting && (board.publication === 'stop' || policy().publication === 'stop');
  }

  /** Whether everything is to be taken back. */
  get #isLifting(): boolean {
    const { board, policy } = this.settings;
    return board.publication === 'lift' || policy().publication === 'lift';
  }

  #toBeLifted(): readonly { readonly state: VerdictState; readonly because: string }[] {
    const inForce = this.book.inForce();
    if (this.#isLifting) return inForce.map((state) => ({ state, because: 'stopped' }));
    const appeals = this.settings.board.confirmedAppeals();
    return inForce
      .filter((state) => appeals.some((appeal) => isAgainst(appeal, state)))
      .map((state) => ({ state, because: 'appeal' }));
  }

  async #toBeReleased(): Promise<readonly HeldVerdict[]> {
    const releases = this.settings.board.releases();
    if (releases.length === 0 || this.#isLifting) return [];
    const [row] = await this.store.query<{ decidedAt: number }>(lastDecision);
    const since = clickHouseTime(Math.max(0, (row?.decidedAt ?? 0) - HELD_MS));
    const held = await this.store.query<HeldVerdict>(heldVerdicts, { since });
    return held.filter((one) => releases.some((order) => covers(order, one)));
  }

  /** Nothing, where the key has got another verdict meanwhile, or this one's time is over. */
  #release(held: HeldVerdict, asOf: number): readonly TracedTransition[] {
    const state = JSON.parse(held.state) as VerdictState;
    const now = this.book.stateOf(state);
    const isNext = state.revision === (now?.revision ?? 0) + 1;
    const isOver = state.expiresAt !== null && state.expiresAt <= asOf;
    if (!isNext || isOver || held.judgement === '') return [];
    const judgement = untraced(JSON.parse(held.judgement) as Judgement);
    const change = held.change as TracedTransition['change'];
    return [{ state: { ...state, since: asOf }, change, judgement, circumstances: null }];
  }

  #record(changes: readonly TracedTransition[], asOf: number, firstSequence: number): FactsRecord {
    const { tenant, policy, windowMs, weights } = this.settings;
    return {
      asOf,
      snapshot: { name: '', tails: [], verdicts: 0, ownStatuses: [] },
      states: changes.map(({ state }) => state),
      verdicts: verdictRows(changes, {
        ...{ tenant, asOf, firstSequence },
        policy: policy(),
        windowFrom: asOf - windowMs,
        query: visitorFeaturesVersion,
        model: modelVersion({ weights }),
        snapshot: '',
      }),
    };
  }
}

function lift(state: VerdictState, asOf: number, because: string): TracedTransition {
  return { ...liftVerdict(state, asOf, because), judgement: null, circumstances: null };
}

/** An appeal is against the verdict that was in force then: one that began later, for other reasons, stands. */
function isAgainst(appeal: OperatorOrder, state: VerdictState): boolean {
  const isIt = appeal.keyType === state.keyType && appeal.key === state.key;
  return isIt && state.since <= appeal.verdictAt;
}

/** Whether an order to release names this verdict, or all that were held by then. */
function covers({ keyType, key, givenAt }: OperatorOrder, held: HeldVerdict): boolean {
  const isIt = key === '' || (keyType === held.keyType && key === held.key);
  return isIt && held.heldSince <= givenAt;
}
