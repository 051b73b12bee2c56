import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AnalyseConfig } from './analyse-config.js';
import { AnalysisRunner } from './analysis-runner.js';
import { FeedbackTopic } from './feedback/feedback-topic.js';
import { OverlapGuard } from './schedule/overlap-guard.js';

const TIMER = 'analysis';
const FACTS_TIMER = 'facts';
const ORDERS_TIMER = 'orders';
/** A confirmed mistake is lifted within seconds. */
const ORDERS_INTERVAL_MS = 1_000;

/**
 * Looks at the log on timers: at what is due for a cycle, at new facts, and at orders, each never twice at once, and none waits for another. In
 * `once` mode the process calls the runner itself.
 */
@Injectable()
export class AnalyseService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #guard = new OverlapGuard();
  readonly #factsGuard = new OverlapGuard();
  readonly #ordersGuard = new OverlapGuard();

  constructor(
    private readonly config: AnalyseConfig,
    private readonly runner: AnalysisRunner,
    private readonly timers: SchedulerRegistry,
    private readonly feedback: FeedbackTopic,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.ANALYSIS_MODE !== 'live') return;
    const look = (): void => {
      this.#guard.tryRun(() => this.runner.tryTick());
    };
    this.timers.addInterval(TIMER, setInterval(look, this.config.ANALYSIS_INTERVAL_MS));
    const lookAtOrders = (): void => {
      this.#ordersGuard.tryRun(() => this.runner.tryOrders());
    };
    this.timers.addInterval(ORDERS_TIMER, setInterval(lookAtOrders, ORDERS_INTERVAL_MS));
    this.feedback.start();
    if (this.config.FACTS_INTERVAL_MS === 0) return;
    const lookAtFacts = (): void => {
      const lookAgain = (): boolean => this.#factsGuard.tryRun(() => this.runner.tryFacts());
      void this.#factsGuard.settled().then(lookAgain);
    };
    this.timers.addInterval(FACTS_TIMER, setInterval(lookAtFacts, this.config.FACTS_INTERVAL_MS));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.feedback.stop();
    for (const timer of [TIMER, FACTS_TIMER, ORDERS_TIMER]) {
      if (this.timers.doesExist('interval', timer)) this.timers.deleteInterval(timer);
    }
    const stopping = this.runner.stop();
    const guards = [this.#guard, this.#factsGuard, this.#ordersGuard];
    await Promise.all(guards.map((guard) => guard.settled()));
    await stopping;
  }
}
