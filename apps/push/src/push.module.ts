import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  HealthModule,
  type Logger,
  MetricsRegistry,
  ReadinessRegistry,
  systemClock,
} from '#libs/platform';
import { Exclusions } from '#libs/sources';
import { createKafka, type KafkaConfig, kafkaConnection } from '#libs/stream';
import { BudgetBook } from './budget/budget-book.js';
import { ExportGate } from './export-gate.js';
import { type DescribedTarget, type PushFile } from './file/push-file.js';
import { readSecret } from './file/read-secret.js';
import { TargetLoop } from './loop/target-loop.js';
import { type PushCheckParts } from './push-check.js';
import { type PushConfig } from './push-config.js';
import { PushService } from './push.service.js';
import { PushMetrics } from './status/push-metrics.js';
import { TargetsController } from './status/targets.controller.js';
import { type PushTarget } from './targets/push-target.js';
import { VerdictFeed } from './verdicts/verdict-feed.js';

export interface PushOptions {
  readonly config: PushConfig;
  readonly kafka: KafkaConfig;
  readonly file: PushFile;
  /** Addresses and blocks that are never pushed, from everywhere they are named. */
  readonly never: readonly string[];
  readonly logger: Logger;
}

/** Given to Nest, which takes no interface as a token. */
class PushTargets {
  constructor(
    readonly all: readonly { readonly described: DescribedTarget; readonly target: PushTarget }[],
  ) {}
}

/** Wires the push: verdict topic → feed → one loop a target → enforcement points. */
@Module({})
export class PushModule {
  static register(options: PushOptions): DynamicModule {
    const { never, config, logger } = options;
    const gate = new ExportGate(new Exclusions(never, config.POLICY_FILE, logger));
    return {
      module: PushModule,
      imports: [HealthModule],
      controllers: [TargetsController],
      providers: [
        { provide: ExportGate, useValue: gate },
        ...sharedProviders(options),
        serviceProvider(options, gate),
      ],
    };
  }
}

/** What is needed of a started module to check or to release. */
export function checkPartsOf(
  get: <Part>(token: new (...parts: never[]) => Part) => Part,
): PushCheckParts {
  return {
    feed: get(VerdictFeed),
    targets: get(PushTargets).all,
    guard: get(ExportGate).current(),
    clock: systemClock,
  };
}

const sleep = (milliseconds: number): Promise<void> => setTimeout(milliseconds);

function sharedProviders({ config, kafka, file, logger }: PushOptions): Provider[] {
  const isCheck = config.PUSH_MODE === 'check';
  return [
    {
      provide: BudgetBook,
      useFactory: () =>
        new BudgetBook({
          path: isCheck ? null : join(config.PUSH_STATE_DIR, 'budgets.json'),
          clock: systemClock,
          sleep,
          logger,
        }),
    },
    {
      provide: PushTargets,
      inject: [BudgetBook],
      useFactory: (budgets: BudgetBook) => new PushTargets(openTargets(file, budgets)),
    },
    {
      provide: PushMetrics,
      inject: [MetricsRegistry],
      useFactory: (registry: MetricsRegistry) => new PushMetrics(registry),
    },
    {
      provide: VerdictFeed,
      inject: [PushMetrics],
      useFactory: (metrics: PushMetrics) =>
        new VerdictFeed({
          kafka: createKafka(kafkaConnection(kafka, logger)),
          topic: config.VERDICT_TOPIC,
          sleep,
          logger,
          onUnreadable: () => {
            metrics.unreadable();
          },
        }),
    },
  ];
}

function openTargets(file: PushFile, budgets: BudgetBook): PushTargets['all'] {
  return file.targets.map((described) => ({
    described,
    target: described.kind.open(described.description, {
      secret: (reference) => readSecret(reference, process.env),
      spend: (name, budget, cost) => budgets.spend(name, budget, cost),
      clock: systemClock,
      sleep,
    }),
  }));
}

function serviceProvider({ config, logger }: PushOptions, gate: ExportGate): Provider {
  return {
    provide: PushService,
    inject: [VerdictFeed, PushTargets, BudgetBook, PushMetrics, ReadinessRegistry],
    useFactory: (
      feed: VerdictFeed,
      targets: PushTargets,
      budgets: BudgetBook,
      metrics: PushMetrics,
      readiness: ReadinessRegistry,
    ) => {
      const loops = targets.all.map(({ described, target }) => {
        const { name } = described.description;
        return new TargetLoop({
          described,
          target,
          verdicts: (now) => feed.inForce(now),
          guard: () => gate.current(),
          clock: systemClock,
          chance: Math.random,
          logger: logger.child({ target: name }),
          onRequest: () => {
            metrics.request(name);
          },
          onFailure: (code) => {
            metrics.failure(name, code);
          },
        });
      });
      const service = new PushService(config.PUSH_MODE, feed, loops, budgets);
      metrics.watch(() => service.statuses);
      readiness.register('verdicts', () =>
        Promise.resolve(feed.inForce(systemClock.now()) !== null),
      );
      return service;
    },
  };
}
