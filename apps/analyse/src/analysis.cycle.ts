import {
  type Action,
  actionFor,
  type Campaign,
  type FittedWeights,
  isFelt,
  isInForce,
  type Judgement,
  modelVersion,
  type Policy,
} from '#libs/intent';
import {
  type AnalysisJournal,
  type ClientSettings,
  type CycleFindings,
  type CycleRecord,
  KeptVisitorWindow,
  leaveOutOwnAnswers,
  type LogSnapshot,
  type Store,
  takeSnapshot,
  visitorFeaturesVersion,
  type WantedWindow,
} from '#libs/store';
import { type Clock } from '#libs/platform';
import { type PathRoleRule } from '#libs/traffic';
import { CampaignWatch } from './campaigns/campaign-watch.js';
import { type CrowdSource } from './campaigns/crowds.js';
import { type ClientReview, reviewClients } from './clients/review-clients.js';
import { type EstateSnapshot } from './estate/estate-snapshot.js';
import { readEstate } from './estate/read-estate.js';
import { type EvidenceFile } from './evidence/evidence-file.js';
import { type OperatorBoard } from './feedback/operator-board.js';
import { type PublicationGuards } from './guards/publication-guards.js';
import { readCircumstances } from './policy/read-circumstances.js';
import { type CrawlerProver } from './proofs/crawler-prover.js';
import { learnPathRoles } from './roles/learn-path-roles.js';
import { traceChanges } from './verdicts/trace-changes.js';
import { type BookedTransition, type VerdictBook } from './verdicts/verdict-book.js';
import { verdictKeys } from './verdicts/verdict-keys.js';
import { verdictRows } from './verdicts/verdict-rows.js';
import { judgePrefixes } from './visitors/judge-prefixes.js';
import { type JudgedAddress, judgeVisitors } from './visitors/judge-visitors.js';
import { type MovedSince, readMovedVisitors } from './visitors/read-moved-visitors.js';

/** What one cycle looks at. Times in milliseconds since the epoch. */
export interface CycleSpan {
  readonly asOf: number;
  /** Visitors seen since then are judged. */
  readonly since: number;
  /** So are those with events stored since then, however old. */
  readonly appendedSince: number;
  /** Newest append time stored when the cycle began. */
  readonly appendedUntil: number;
}

/** How cycles judge. */
export interface CycleSettings {
  readonly windowMs: number;
  readonly tenant: string;
  /** What is done about judgements, just now. */
  readonly policy: () => Policy;
  /** How API clients are counted. */
  readonly clients?: ClientSettings | undefined;
  /** What places are for, where somebody said so. */
  readonly roleRules?: readonly PathRoleRule[] | undefined;
  /** Weights that replace the assumed ones. */
  readonly weights?: FittedWeights | undefined;
  /** What proves crawlers beyond published addresses. */
  readonly prover?: CrawlerProver | undefined;
  /** What persons ordered. */
  readonly board?: OperatorBoard | undefined;
  /** What stands between conclusions and publication. */
  readonly guards?: PublicationGuards | undefined;
  /** Whether what visitors did is counted again only of those that moved; else of everybody, each time. */
  readonly keepsWindow?: boolean;
  /** Where every reason seen is written down, for weights to be fitted to. */
  readonly evidence?: EvidenceFile | undefined;
}

/** What a cycle found out on its way. */
interface Findings {
  /** The log as the cycle sees it. */
  readonly log: Store;
  readonly snapshot: LogSnapshot;
  readonly estate: EstateSnapshot;
  readonly judged: readonly JudgedAddress[];
  readonly prefixes: readonly JudgedAddress[];
  readonly clients: ClientReview;
  readonly startedAt: number;
}

/**
 * One cycle of the analysis: log snapshot → path roles → estate → visitors → judgements → verdicts → journal.
 *
 * A cycle is a function of the stored events, the policy and the states the cycle before left; run
 * again it concludes the same. Every count of a cycle ends where the log ended when it began, so they agree
 * with each other and can be counted again later; answers that our own verdicts caused are left out of all of
 * them. Cycles run one at a time, in event-time order; others may decide beside them (`between`).
 */
export class AnalysisCycle {
  readonly #store: Store;
  readonly #journal: AnalysisJournal;
  readonly #book: VerdictBook;
  readonly #settings: CycleSettings;
  readonly #clock: Clock;
  readonly #watch = new CampaignWatch();
  readonly #window = new KeptVisitorWindow();
  #nextSequence = 1;
  /** Whether a write failed half-way: then the journal alone knows how far it came. */
  #inDoubt = false;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #campaignSizes: ReadonlyMap<string, number> = new Map();

  constructor(
    store: Store,
    journal: AnalysisJournal,
    book: VerdictBook,
    settings: CycleSettings,
    clock: Clock,
  ) {
    this.#store = store;
    this.#journal = journal;
    this.#book = book;
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Takes up where the journal ends; gives the last cycle's instant (0 = none) and what it had seen. */
  async resume(): Promise<{ asOf: number; appendedUntil: number }> {
    const point = await this.#journal.resume();
    this.#book.load(await this.#journal.states(point.asOf));
    this.#campaignSizes = await this.#journal.campaignSizes(point.asOf);
    this.#nextSequence = point.nextSequence;
    this.#inDoubt = false;
    this.#window.forget();
    return point;
  }

  /**
   * Lets somebody else decide between two cycles: `write` is given the number of the next verdict, writes what it decided, and
   * gives how many verdicts those were. A cycle may be counting meanwhile, but decides before or after.
   */
  async between(write: (firstSequence: number) => Promise<number>): Promise<void> {
    await this.#inTurn(async () => {
      await this.#settleDoubt();
      this.#inDoubt = true;
      this.#nextSequence += await write(this.#nextSequence);
      this.#inDoubt = false;
    });
  }

  async #settleDoubt(): Promise<void> {
    if (this.#inDoubt) await this.resume();
  }

  /** One decision at a time: what a cycle concludes is written as a whole, and so is what is decided beside it. */
  async #inTurn<Result>(decide: () => Promise<Result>): Promise<Result> {
    const turn = this.#lastTurn.then(decide, decide);
    this.#lastTurn = turn;
    return turn;
  }

  /** Runs a cycle. After one that failed, everybody is counted. */
  async run(span: CycleSpan): Promise<CycleRecord> {
    try {
      return await this.#run(span);
    } catch (error) {
      this.#window.forget();
      throw error;
    }
  }

  async #run(span: CycleSpan): Promise<CycleRecord> {
    const startedAt = this.#clock.monotonic();
    await this.#inTurn(() => this.#begin());
    const { ownStatuses } = this.#settings.policy();
    const snapshot = await takeSnapshot(this.#store, ownStatuses);
    const from = span.asOf - this.#settings.windowMs;
    const about = { snapshot, from, to: span.asOf, isCycle: true };
    const log = await leaveOutOwnAnswers(this.#store.seeing(snapshot), about);
    await learnPathRoles(log, span.asOf, this.#settings.roleRules ?? []);
    const crowds: CrowdSource = (groups) => this.#watch.look(log, span, groups);
    const count = this.#counting({ log, snapshot, from, to: span.asOf });
    const read = await readEstate(log, from, span.asOf, { crowds, ...count });
    const estate = read.judgedBy(this.#settings.weights);
    const moved = this.#movedSince(span, estate);
    const visitors = await readMovedVisitors(log, moved);
    await this.#settings.evidence?.write(visitors, estate);
    const review = { ...span, from: estate.from };
    const clients = await reviewClients(log, review, this.#clock, this.#settings.clients);
    const judged = clients.spareCallers(await judgeVisitors(visitors, estate));
    const prefixes = await judgePrefixes(log, moved, estate);
    return this.#conclude(span, { log, snapshot, estate, judged, prefixes, clients, startedAt });
  }

  async #begin(): Promise<void> {
    await this.#settleDoubt();
    this.#book.beginCycle();
  }

  /** Decides in one turn, for which others wait; what does not hang on what they decide is read and written before. */
  async #conclude(span: CycleSpan, found: Findings): Promise<CycleRecord> {
    const { log, estate, judged } = found;
    const judgements = judgementsOf(found);
    const policy = this.#settings.policy();
    const circumstancesOf = await readCircumstances(log, {
      judgements,
      policy,
      windowFrom: estate.from,
      asOf: span.asOf,
      isInForce: (one) => isInForce(this.#book.stateOf(one) ?? NO_VERDICT),
      isPardoned: (one) => this.#settings.board?.isPardoned(one) ?? false,
    });
    const keys = verdictKeys(judgements, (one) =>
      isFelt(actionFor(one, policy, circumstancesOf(one))),
    );
    const noted = this.#noted(span, found, policy);
    await this.#journal.writeFindings(noted);
    const { guards, tenant } = this.#settings;
    const figures = await guards?.figuresOf({ ...span, log, judged });
    return this.#inTurn(async () => {
      await this.#settleDoubt();
      const steps = this.#book.advance(keys, span.asOf, policy, circumstancesOf);
      const inForce = this.#book.inForce().length;
      const cycle = { ...span, log, policy, tenant, judged, steps, inForce };
      const admitted = figures === undefined ? steps : await guards?.admit(cycle, figures);
      const record = { ...noted, ...this.#decided(span, found, admitted ?? steps, policy) };
      this.#inDoubt = true;
      await this.#journal.writeDecisions(record);
      this.#commit(record, estate);
      this.#inDoubt = false;
      return record;
    });
  }

  #counting(wanted: Omit<WantedWindow, 'everything'>): { readonly count?: () => Promise<unknown> } {
    if (this.#settings.keepsWindow !== true) return {};
    const everything = this.#store.seeing(wanted.snapshot);
    return { count: () => this.#window.count({ ...wanted, everything }) };
  }

  #movedSince({ since, appendedSince }: CycleSpan, { campaigns }: EstateSnapshot): MovedSince {
    const cells = campaigns.filter(this.#hasGrown).map(({ cell }) => cell);
    return { since, appendedSince, cells, prover: this.#settings.prover };
  }

  readonly #hasGrown = ({ cell, observed }: Campaign): boolean =>
    observed > (this.#campaignSizes.get(cell) ?? 0);

  #noted(span: CycleSpan, found: Findings, policy: Policy): CycleFindings {
    const { snapshot, estate } = found;
    const action = (judgement: Judgement): Action => actionFor(judgement, policy);
    return {
      asOf: span.asOf,
      windowFrom: estate.from,
      appendedUntil: span.appendedUntil,
      snapshot,
      featuresQuery: visitorFeaturesVersion,
      judgements: judgementsOf(found).map((judgement) => ({
        judgement,
        action: action(judgement),
      })),
      baselines: estate.baselines,
      campaigns: estate.campaigns,
      finishedAt: this.#clock.now(),
    };
  }

  #decided(
    { asOf }: CycleSpan,
    { snapshot, estate, judged, prefixes, startedAt }: Findings,
    steps: readonly BookedTransition[],
    policy: Policy,
  ): Omit<CycleRecord, keyof CycleFindings> {
    return {
      states: steps.map(({ state }) => state).filter((state) => this.#book.isWorthKeeping(state)),
      verdicts: verdictRows(traceChanges(steps, [...judged, ...prefixes], estate), {
        tenant: this.#settings.tenant,
        policy,
        asOf,
        windowFrom: estate.from,
        query: visitorFeaturesVersion,
        model: modelVersion(estate),
        snapshot: snapshot.name,
        firstSequence: this.#nextSequence,
      }),
      durationMs: this.#clock.monotonic() - startedAt,
    };
  }

  #commit(record: CycleRecord, estate: EstateSnapshot): void {
    this.#book.commit(record.states);
    this.#nextSequence += record.verdicts.length;
    this.#campaignSizes = new Map(estate.campaigns.map(({ cell, observed }) => [cell, observed]));
  }
}

/** All that the cycle concluded about anybody. */
const judgementsOf = ({ judged, prefixes, clients }: Findings): readonly Judgement[] =>
  [...judged, ...prefixes, clients].flatMap(({ judgements }) => judgements);

const NO_VERDICT = { phase: 'observed' } as const;
