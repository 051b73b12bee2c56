import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { defaultPolicy } from '#libs/intent';
import {
  type ClickHouseConfig,
  HealthModule,
  type Logger,
  MetricsRegistry,
  ReadinessRegistry,
  systemClock,
} from '#libs/platform';
import { AnalysisJournal, createStore, Store } from '#libs/store';
import { type KafkaConfig } from '#libs/stream';
import { AnalyseConfig } from './analyse-config.js';
import { AnalyseService } from './analyse.service.js';
import { AnalysisCycle, type CycleSettings } from './analysis.cycle.js';
import { AnalysisMetrics } from './analysis-metrics.js';
import { AnalysisRunner } from './analysis-runner.js';
import { clientSettingsOf } from './clients/client-settings-of.js';
import { EvidenceFile } from './evidence/evidence-file.js';
import { FeedbackTopic } from './feedback/feedback-topic.js';
import { OperatorBoard } from './feedback/operator-board.js';
import { OrderRound } from './feedback/order-round.js';
import { GuardMetrics } from './guards/guard-metrics.js';
import { PublicationAlerts } from './guards/publication-alerts.js';
import { PublicationGuards } from './guards/publication-guards.js';
import { VerdictRecount } from './recount/recount-verdicts.js';
import { FactsRound } from './facts/facts-round.js';
import { AnalysisSchedule } from './schedule/analysis-schedule.js';
import { createSink } from './verdicts/create-sink.js';
import { Outbox } from './verdicts/outbox.js';
import { type ToldFiles } from './told-files.js';
import { VerdictBook } from './verdicts/verdict-book.js';

const MINUTE_MS = 60_000;

/** Names the settings of cycles among the providers. */
const SETTINGS = Symbol('cycle settings');

type OrderedSettings = CycleSettings & { readonly board: OperatorBoard };

/** Wires the analysis: journal → cycle → schedule → runner, and the outbox to its sink. */
@Module({})
export class AnalyseModule {
  static register(
    config: AnalyseConfig,
    clickhouse: ClickHouseConfig,
    kafka: KafkaConfig | null,
    logger: Logger,
    told: ToldFiles = {},
  ): DynamicModule {
    return {
      module: AnalyseModule,
      imports: [HealthModule, ScheduleModule.forRoot()],
      providers: [
        AnalyseService,
        { provide: AnalyseConfig, useValue: config },
        ...storeProviders(clickhouse),
        ...orderProviders(config, kafka, logger),
        ...analysisProviders(config, told),
        {
          provide: VerdictRecount,
          inject: [Store],
          useFactory: (store: Store) =>
            new VerdictRecount(store, {
              policy: told.policy?.policy ?? defaultPolicy,
              weights: told.weights,
              prover: told.prover,
              verdict: config.RECOUNT_VERDICT,
              clients: clientSettingsOf(config),
            }),
        },
        {
          provide: AnalysisRunner,
          inject: [AnalysisSchedule, Store, MetricsRegistry, FactsRound, OrderRound, OperatorBoard],
          useFactory: (
            schedule: AnalysisSchedule,
            store: Store,
            registry: MetricsRegistry,
            facts: FactsRound,
            orders: OrderRound,
            board: OperatorBoard,
          ) =>
            new AnalysisRunner(
              schedule,
              new Outbox(store, createSink(config, kafka, logger), systemClock),
              new AnalysisMetrics(registry),
              logger,
              { facts, orders, isStopped: () => board.publication === 'stop' },
            ),
        },
      ],
    };
  }
}

function storeProviders(config: ClickHouseConfig): Provider[] {
  return [
    {
      provide: Store,
      inject: [ReadinessRegistry],
      useFactory: (readiness: ReadinessRegistry) => {
        const store = createStore({
          url: config.CLICKHOUSE_URL,
          user: config.CLICKHOUSE_USER,
          password: config.CLICKHOUSE_PASSWORD,
          database: config.CLICKHOUSE_DATABASE,
        });
        readiness.register('clickhouse', () => store.ping());
        return store;
      },
    },
    {
      provide: AnalysisJournal,
      inject: [Store],
      useFactory: (store: Store) => new AnalysisJournal(store),
    },
  ];
}

/** What persons may order, and what holds verdicts back until they do. */
function orderProviders(
  config: AnalyseConfig,
  kafka: KafkaConfig | null,
  logger: Logger,
): Provider[] {
  return [
    {
      provide: OperatorBoard,
      inject: [Store],
      useFactory: (store: Store) => new OperatorBoard(store),
    },
    {
      provide: PublicationAlerts,
      inject: [MetricsRegistry],
      useFactory: (registry: MetricsRegistry) =>
        new PublicationAlerts(new GuardMetrics(registry), logger),
    },
    {
      provide: PublicationGuards,
      inject: [Store, PublicationAlerts, OperatorBoard],
      useFactory: (store: Store, alerts: PublicationAlerts, board: OperatorBoard) =>
        new PublicationGuards(store, systemClock, alerts, () => board.publication !== 'run'),
    },
    {
      provide: FeedbackTopic,
      inject: [Store],
      useFactory: (store: Store) =>
        new FeedbackTopic(store, kafka, config.FEEDBACK_TOPIC, systemClock, logger),
    },
  ];
}

function cycleSettings(
  config: AnalyseConfig,
  told: ToldFiles,
  board: OperatorBoard,
  guards: PublicationGuards,
): OrderedSettings {
  return {
    board,
    guards,
    windowMs: config.ANALYSIS_WINDOW_HOURS * 60 * MINUTE_MS,
    tenant: config.TENANT,
    clients: clientSettingsOf(config),
    ...told,
    policy: () => told.policy?.policy ?? defaultPolicy,
    evidence: config.EVIDENCE_FILE === '' ? undefined : new EvidenceFile(config.EVIDENCE_FILE),
  };
}

function analysisProviders(config: AnalyseConfig, told: ToldFiles): Provider[] {
  return [
    {
      provide: SETTINGS,
      inject: [OperatorBoard, PublicationGuards],
      useFactory: (board: OperatorBoard, guards: PublicationGuards) =>
        cycleSettings(config, told, board, guards),
    },
    { provide: VerdictBook, useFactory: () => new VerdictBook() },
    {
      provide: AnalysisCycle,
      inject: [Store, AnalysisJournal, VerdictBook, SETTINGS],
      useFactory: (
        store: Store,
        journal: AnalysisJournal,
        book: VerdictBook,
        settings: CycleSettings,
      ) => new AnalysisCycle(store, journal, book, settings, systemClock),
    },
    {
      provide: OrderRound,
      inject: [Store, AnalysisJournal, VerdictBook, AnalysisCycle, SETTINGS],
      useFactory: (
        store: Store,
        journal: AnalysisJournal,
        book: VerdictBook,
        cycle: AnalysisCycle,
        settings: OrderedSettings,
      ) => new OrderRound(store, journal, book, cycle, settings),
    },
    {
      provide: FactsRound,
      inject: [Store, AnalysisJournal, VerdictBook, AnalysisCycle, SETTINGS],
      useFactory: (
        store: Store,
        journal: AnalysisJournal,
        book: VerdictBook,
        cycle: AnalysisCycle,
        settings: CycleSettings,
      ) => new FactsRound(store, journal, book, cycle, settings),
    },
    {
      provide: AnalysisSchedule,
      inject: [Store, AnalysisCycle],
      useFactory: (store: Store, cycle: AnalysisCycle) =>
        new AnalysisSchedule(
          store,
          cycle,
          {
            stepMs: config.ANALYSIS_STEP_MINUTES * MINUTE_MS,
            latenessMs: config.ANALYSIS_LATENESS_SECONDS * 1000,
            idleMs: config.ANALYSIS_IDLE_MS,
            once: config.ANALYSIS_MODE === 'once',
            from: config.ANALYSIS_FROM,
            until: config.ANALYSIS_UNTIL,
          },
          systemClock,
        ),
    },
  ];
}
