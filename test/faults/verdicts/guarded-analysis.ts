import { defaultPolicy, type Policy } from '#libs/intent';
import { silentLogger } from '#libs/platform';
import { AnalysisJournal, type Store } from '#libs/store';
import { AnalysisCycle } from '../../../apps/analyse/src/analysis.cycle.js';
import { PublicationAlerts } from '../../../apps/analyse/src/guards/publication-alerts.js';
import { PublicationGuards } from '../../../apps/analyse/src/guards/publication-guards.js';
import { type CrawlerProver } from '../../../apps/analyse/src/proofs/crawler-prover.js';
import { VerdictBook } from '../../../apps/analyse/src/verdicts/verdict-book.js';
import { START, STEP_MS } from './attack-log.js';

/** What a trial may bend. */
export interface Conditions {
  readonly policy?: Policy;
  /** Milliseconds that the clock of the machine is wrong by. */
  clockError: number;
  readonly prover?: CrawlerProver;
  /** Whom cycles ask the store as, where that is not the administrator. */
  as?: Store;
}

/** The analysis as the process runs it, one cycle at a time, and what its guards said. */
export class GuardedAnalysis {
  readonly reasons: string[] = [];
  readonly #alerts: PublicationAlerts;
  readonly #store: Store;
  readonly #conditions: Conditions;
  #step = 0;

  constructor(store: Store, conditions: Conditions) {
    this.#store = store;
    this.#conditions = conditions;
    const logger = {
      ...silentLogger,
      error: (_: string, fields: Readonly<Record<string, unknown>> = {}) =>
        this.reasons.push(String(fields['reason'])),
    };
    this.#alerts = new PublicationAlerts({ set: () => undefined }, logger);
  }

  /** The cycle at the end of a step, counted from 0; errors are told as the process tells them. */
  async run(step: number): Promise<void> {
    this.#step = step + 1;
    const asOf = START + this.#step * STEP_MS;
    const span = { asOf, since: asOf - STEP_MS, appendedSince: asOf, appendedUntil: asOf };
    try {
      const cycle = this.#cycle(this.#conditions.as ?? this.#store);
      await cycle.resume();
      await cycle.run(span);
    } catch (error) {
      this.#alerts.failed(error);
    }
  }

  /** Of a process that has just started: whatever it has to remember is stored. */
  #cycle(store: Store): AnalysisCycle {
    const { clockError, policy = defaultPolicy, prover } = this.#conditions;
    const now = START + this.#step * STEP_MS + 1_000 + clockError;
    const clock = { now: () => now, monotonic: () => performance.now() };
    const settings = {
      windowMs: 24 * 3_600_000,
      tenant: 'default',
      policy: () => policy,
      prover,
      guards: new PublicationGuards(store, clock, this.#alerts),
    };
    return new AnalysisCycle(store, new AnalysisJournal(store), new VerdictBook(), settings, clock);
  }
}
