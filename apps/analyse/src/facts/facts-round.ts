import { isInForce, modelVersion } from '#libs/intent';
import {
  type AnalysisJournal,
  type FactsRecord,
  type FactSuspect,
  factSuspects,
  leaveOutOwnAnswers,
  type LogSnapshot,
  newestAppend,
  type Store,
  takeSnapshot,
  withOwnScratch,
} from '#libs/store';
import { type AnalysisCycle, type CycleSettings } from '../analysis.cycle.js';
import { readCircumstances } from '../policy/read-circumstances.js';
import { traceChanges } from '../verdicts/trace-changes.js';
import { type BookedTransition, type VerdictBook } from '../verdicts/verdict-book.js';
import { verdictRows } from '../verdicts/verdict-rows.js';
import { type JudgedAddress } from '../visitors/judge-visitors.js';
import { factsEstate, factsVersion } from './facts-estate.js';
import { isSure, judgeFacts } from './judge-facts.js';

/** How far back conduct counts: what was stored a moment ago, with what led to it. Assumption. */
const WINDOW_MS = 2 * 60_000;
/** A partition that lags further behind the newest line is left to the cycles. Assumption. */
const LAG_MS = 10 * 60_000;

/**
 * Looks, between and beside the cycles, at the lines stored since it looked last, for facts that need no comparison with the estate, and
 * condemns those of whom they leave no doubt. Verdicts take the same way as those of a cycle: the same policy, states, numbers and outbox. The
 * next cycle that begins judges the same visitors by everything that is known and confirms, or lifts, what was decided here.
 */
export class FactsRound {
  #seen: LogSnapshot | null = null;

  constructor(
    private readonly store: Store,
    private readonly journal: AnalysisJournal,
    private readonly book: VerdictBook,
    private readonly cycle: AnalysisCycle,
    private readonly settings: CycleSettings,
  ) {}

  /** One look; gives how many verdicts changed. The first look only notes where the log ends. */
  async run(): Promise<number> {
    const before = this.#seen;
    const snapshot = await takeSnapshot(this.store, this.settings.policy().ownStatuses);
    if (before !== null && before.name !== snapshot.name) {
      const changes = await this.#look(before, snapshot);
      this.#seen = snapshot;
      return changes;
    }
    this.#seen = snapshot;
    return 0;
  }

  async #look(before: LogSnapshot, snapshot: LogSnapshot): Promise<number> {
    const log = this.store.seeing(snapshot);
    const suspects = await this.#suspects(log, before);
    const newest = suspects[0]?.lastSeen;
    if (newest === undefined) return 0;
    const asOf = newest + 1;
    const estate = factsEstate(asOf - WINDOW_MS, asOf, this.settings.weights);
    const addresses = suspects.map(({ address }) => address);
    const scratch = (await withOwnScratch(this.store)).seeing(snapshot);
    const own = await leaveOutOwnAnswers(scratch, { snapshot, from: estate.from, to: asOf });
    const judged = await judgeFacts(own, addresses, estate, this.settings.prover);
    let written = 0;
    await this.cycle.between(async (firstSequence) => {
      const round = await this.#decide(log, { judged, estate, snapshot, firstSequence });
      written = round.verdicts.length;
      if (written > 0) await this.journal.writeRound(round);
      this.book.commitBeside(round.states);
      return written;
    });
    return written;
  }

  /** Whom new lines make suspect, without those that carry a verdict already. */
  async #suspects(log: Store, before: LogSnapshot): Promise<readonly FactSuspect[]> {
    const [row] = await this.store.query<{ appended: number }>(newestAppend);
    const appendedSince = Math.max(0, (row?.appended ?? 0) - LAG_MS);
    const found = await log.query<FactSuspect>(factSuspects(before), { appendedSince });
    return found.filter(({ address }) => {
      const state = this.book.stateOf({ keyType: 'address', key: address });
      return state === null || !isInForce(state);
    });
  }

  /** The steps that guards let through. */
  async #admitted(
    log: Store,
    { judged, estate: { from: since, to: asOf }, steps }: FactsWanted,
  ): Promise<readonly BookedTransition[]> {
    const { guards, tenant, policy } = this.settings;
    if (guards === undefined) return steps;
    const inForce = this.book.inForce().length;
    return guards.admitRound({
      ...{ log, asOf, since, tenant, judged, steps, inForce },
      policy: policy(),
    });
  }

  async #decide(log: Store, found: FactsFound): Promise<FactsRecord> {
    const { judged, estate, snapshot, firstSequence } = found;
    const { tenant } = this.settings;
    const policy = this.settings.policy();
    const judgements = judged.flatMap((one) => one.judgements.slice(0, 1)).filter(isSure);
    const circumstancesOf = await readCircumstances(log, {
      judgements,
      policy,
      windowFrom: estate.from,
      asOf: estate.to,
      isInForce: () => false,
      isPardoned: (one) => this.settings.board?.isPardoned(one) ?? false,
    });
    const begun = this.book.condemn(judgements, estate.to, policy, circumstancesOf);
    const steps = await this.#admitted(log, { judged, estate, steps: begun });
    return {
      asOf: estate.to,
      snapshot,
      states: steps.map(({ state }) => state),
      verdicts: verdictRows(traceChanges(steps, judged, estate), {
        ...{ tenant, policy, firstSequence },
        asOf: estate.to,
        windowFrom: estate.from,
        query: factsVersion,
        model: modelVersion(estate),
        snapshot: snapshot.name,
      }),
    };
  }
}

interface FactsWanted extends Pick<FactsFound, 'judged' | 'estate'> {
  readonly steps: readonly BookedTransition[];
}

interface FactsFound {
  readonly judged: readonly JudgedAddress[];
  readonly estate: ReturnType<typeof factsEstate>;
  readonly snapshot: LogSnapshot;
  readonly firstSequence: number;
}
