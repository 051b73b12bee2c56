import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';
import { type AnalyseConfig } from './analyse-config.js';
import { type AnalysisRunner } from './analysis-runner.js';
import { AnalyseService } from './analyse.service.js';
import { type FeedbackTopic } from './feedback/feedback-topic.js';

const config = { ANALYSIS_MODE: 'live', ANALYSIS_INTERVAL_MS: 1_000, FACTS_INTERVAL_MS: 1_000 };

function forever(): Promise<void> {
  return new Promise(() => undefined);
}

describe(AnalyseService.name, () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('looks at facts and at orders while a cycle runs, and at each only once at a time', async () => {
    jest.useFakeTimers();
    const looks = { tick: 0, facts: 0, orders: 0 };
    const runner = {
      tryTick: () => ((looks.tick += 1), forever()),
      tryFacts: () => ((looks.facts += 1), looks.facts < 3 ? Promise.resolve() : forever()),
      tryOrders: () => ((looks.orders += 1), Promise.resolve()),
    };
    const service = new AnalyseService(
      config as AnalyseConfig,
      runner as unknown as AnalysisRunner,
      new SchedulerRegistry(),
      { start: () => undefined } as unknown as FeedbackTopic,
    );
    service.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(5_500);
    expect(looks).toEqual({ tick: 1, facts: 3, orders: 5 });
  });
});
