import { type Logger, reportToParent } from '#libs/platform';
import { type CycleRecord } from '#libs/store';
import { type AnalysisMetrics } from './analysis-metrics.js';
import { type FactsRound } from './facts/facts-round.js';
import { type OrderRound } from './feedback/order-round.js';
import { type PublicationAlerts } from './guards/publication-alerts.js';
import { type AnalysisSchedule } from './schedule/analysis-schedule.js';
import { type Outbox } from './verdicts/outbox.js';

/** What is done beside the cycles. */
export interface Rounds {
  readonly facts: Pick<FactsRound, 'run'>;
  readonly alerts: Pick<PublicationAlerts, 'failed'>;
  readonly orders: Pick<OrderRound, 'run' | 'isStopped'>;
}

/**
 * Runs the cycles that are due and publishes what they decided.
 *
 * Errors of ClickHouse or Kafka leave everything as it was: the same cycle is run again next time, and
 * the outbox is read again from the last acknowledged change.
 */
export class AnalysisRunner {
  readonly #schedule: AnalysisSchedule;
  readonly #outbox: Outbox;
  readonly #metrics: AnalysisMetrics;
  readonly #logger: Logger;
  readonly #rounds: Rounds;
  #publishing: Promise<unknown> = Promise.resolve();
  #started = false;
  #stopped = false;

  constructor(
    schedule: AnalysisSchedule,
    outbox: Outbox,
    metrics: AnalysisMetrics,
    logger: Logger,
    rounds: Rounds,
  ) {
    this.#rounds = rounds;
    this.#schedule = schedule;
    this.#outbox = outbox;
    this.#metrics = metrics;
    this.#logger = logger;
  }

  /** One look at the log. Rejects when ClickHouse or Kafka cannot be used just now. */
  async tick(): Promise<void> {
    await this.#start();
    await this.#publish();
    await this.#schedule.catchUp(
      (record, stepsLeft) => this.#afterCycle(record, stepsLeft),
      () => this.#stopped,
    );
    reportToParent({ type: 'caught-up' });
  }

  /** The same, for the timer: what goes wrong is logged and tried again at the next tick. */
  async tryTick(): Promise<void> {
    try {
      await this.tick();
      this.#metrics.healthy(true);
    } catch (error) {
      this.#metrics.healthy(false);
      this.#rounds.alerts.failed(error);
      this.#logger.error('the cycle could not be finished; it is tried again', { error });
    }
  }

  /** A look at facts alone, between cycles. What goes wrong is logged; the cycles see everything again. */
  async tryFacts(): Promise<void> {
    if (!this.#started || this.#stopped) return;
    try {
      if ((await this.#rounds.facts.run()) > 0) await this.#publish();
    } catch (error) {
      this.#logger.error('a look at new facts failed; the next cycle makes up for it', { error });
    }
  }

  /** A look at what persons ordered, also while a cycle is counting. What goes wrong is logged and tried again. */
  async tryOrders(): Promise<void> {
    if (!this.#started || this.#stopped) return;
    try {
      if ((await this.#rounds.orders.run()) > 0) await this.#publish();
    } catch (error) {
      this.#logger.error('orders could not be carried out; they are tried again', { error });
    }
  }

  /** Lets the cycle in progress finish, starts no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#started) await this.#outbox.close();
  }

  async #start(): Promise<void> {
    if (this.#started) return;
    await this.#schedule.resume();
    await this.#rounds.orders.run();
    await this.#outbox.open();
    this.#started = true;
  }

  async #afterCycle(record: CycleRecord, stepsLeft: number): Promise<void> {
    const published = await this.#publish();
    this.#metrics.cycle(record);
    const figures = {
      asOf: record.asOf,
      visitors: record.judgements.length,
      changes: record.verdicts.length,
      campaigns: record.campaigns.length,
      durationMs: Math.round(record.durationMs),
      published,
      stepsLeft,
    };
    this.#logger
      .child({ correlation: `cycle:${new Date(record.asOf).toISOString()}` })
      .info('cycle finished', figures);
    reportToParent({ type: 'cycle', ...figures });
  }

  /** Nothing while publication is stopped: what waits is published when it goes on. */
  async #publish(): Promise<number> {
    if (this.#rounds.orders.isStopped) return 0;
    const drain = (): Promise<number> => this.#outbox.drain();
    const turn = this.#publishing.then(drain, drain);
    this.#publishing = turn;
    const published = await turn;
    this.#metrics.published(published);
    return published;
  }
}
