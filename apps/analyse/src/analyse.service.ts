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
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timers.doesExist('interval', TIMER)) this.timers.deleteInterval(TIMER);
    const stopping = this.runner.stop();
    await this.#guard.settled();
    await stopping;
  }
}
