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
import { AnalysisRunner, type Rounds } from './analysis-runner.js';
import { clientSettingsOf } from './clients/client-settings-of.js';
import { EvidenceFile } from './evidence/evidence-file.js';
import { OperatorBoard } from './feedback/operator-board.js';
import { orderProviders } from './feedback/order-providers.js';
import { OrderRound, type OrderSettings } from './feedback/order-round.js';
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
/** Names what is done beside the cycles. */
const ROUNDS = Symbol('rounds');

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
        ...analysisProviders(config, told, logger),
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
          provide: ROUNDS,
          inject: [FactsRound, OrderRound, PublicationAlerts],
          useFactory: (
            facts: FactsRound,
            orders: OrderRound,
            alerts: PublicationAlerts,
          ): Rounds => ({ facts, orders, alerts }),
        },
        {
          provide: AnalysisRunner,
          inject: [AnalysisSchedule, Store, MetricsRegistry, ROUNDS],
          useFactory: (
            schedule: AnalysisSchedule,
            store: Store,
            registry: MetricsRegistry,
            rounds: Rounds,
          ) =>
            new AnalysisRunner(
              schedule,
              new Outbox(store, createSink(config, kafka, logger), systemClock),
              new AnalysisMetrics(registry),
              logger,
              rounds,
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

function cycleSettings(
  config: AnalyseConfig,
  told: ToldFiles,
  { board, guards, logger }: Ordered,
): OrderSettings {
  return {
    board,
    guards,
    lookAtPolicy: () => {
      lookAtPolicy(told.policy, logger);
    },
    windowMs: config.ANALYSIS_WINDOW_HOURS * 60 * MINUTE_MS,
    keepsWindow: config.ANALYSIS_MODE !== 'recount',
    tenant: config.TENANT,
    clients: clientSettingsOf(config),
    ...told,
    policy: () => told.policy?.policy ?? defaultPolicy,
    evidence: config.EVIDENCE_FILE === '' ? undefined : new EvidenceFile(config.EVIDENCE_FILE),
  };
}

interface Ordered {
  readonly board: OperatorBoard;
  readonly guards: PublicationGuards;
  readonly logger: Logger;
}

function lookAtPolicy(file: ToldFiles['policy'], logger: Logger): void {
  const news = file?.refresh() ?? null;
  if (news === null) return;
  if ('version' in news) logger.info('the policy has changed', news);
  else logger.error('the policy file cannot be used; the policy before holds', news);
}

function analysisProviders(config: AnalyseConfig, told: ToldFiles, logger: Logger): Provider[] {
  return [
    {
      provide: SETTINGS,
      inject: [OperatorBoard, PublicationGuards],
      useFactory: (board: OperatorBoard, guards: PublicationGuards) =>
        cycleSettings(config, told, { board, guards, logger }),
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
    roundProvider(OrderRound),
    roundProvider(FactsRound),
    scheduleProvider(config),
  ];
}

type RoundParts = ConstructorParameters<typeof OrderRound>;

/** What decides beside the cycles, with the same book, journal and settings as they. */
function roundProvider(Round: new (...parts: RoundParts) => FactsRound | OrderRound): Provider {
  return {
    provide: Round,
    inject: [Store, AnalysisJournal, VerdictBook, AnalysisCycle, SETTINGS],
    useFactory: (...parts: RoundParts) => new Round(...parts),
  };
}

function scheduleProvider(config: AnalyseConfig): Provider {
  return {
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
  };
}
