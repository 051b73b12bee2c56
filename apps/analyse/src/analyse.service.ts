import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AnalyseConfig } from './analyse-config.js';
import { AnalysisRunner } from './analysis-runner.js';
import { OverlapGuard } from './schedule/overlap-guard.js';

const TIMER = 'analysis';
const FACTS_TIMER = 'facts';

/** Looks at the log on a timer, never twice at once. In `once` mode the process calls the runner itself. */
@Injectable()
export class AnalyseService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #guard = new OverlapGuard();

  constructor(
    private readonly config: AnalyseConfig,
    private readonly runner: AnalysisRunner,
    private readonly timers: SchedulerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.ANALYSIS_MODE !== 'live') return;
    const look = (): void => {
      this.#guard.tryRun(() => this.runner.tryTick());
    };
    this.timers.addInterval(TIMER, setInterval(look, this.config.ANALYSIS_INTERVAL_MS));
    if (this.config.FACTS_INTERVAL_MS === 0) return;
    const lookAtFacts = (): void => {
      void this.#guard.settled().then(() => this.#guard.tryRun(() => this.runner.tryFacts()));
    };
    this.timers.addInterval(FACTS_TIMER, setInterval(lookAtFacts, this.config.FACTS_INTERVAL_MS));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of [TIMER, FACTS_TIMER]) {
      if (this.timers.doesExist('interval', timer)) this.timers.deleteInterval(timer);
    }
    const stopping = this.runner.stop();
    await this.#guard.settled();
    await stopping;
  }
}
