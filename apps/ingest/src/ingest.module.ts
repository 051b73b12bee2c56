import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import {
  HealthModule,
  type Logger,
  MetricsRegistry,
  ReadinessRegistry,
  systemClock,
} from '#libs/platform';
import {
  createEnricher,
  type Enricher,
  loadReferenceData,
  ReferenceDataMetrics,
} from '#libs/reference';
import { createStore, EventLog, Store } from '#libs/store';
import { BlockSlots } from './batch/block-slots.js';
import { type IngestSettings } from './config/ingest-settings.js';
import { IngestPipeline } from './ingest.pipeline.js';
import { IngestService } from './ingest.service.js';
import { IngestMetrics } from './observe/ingest-metrics.js';
import { ProgressReports } from './observe/progress-reports.js';
import { createKeyedHash } from './parse/keyed-hash.js';
import { TopicParsers } from './parse/topic-parsers.js';
import { createSource } from './source/create-source.js';
import { FileSource } from './source/file-source.js';
import { KafkaSource } from './source/kafka-source.js';
import { LogWriter } from './store/log-writer.js';
import { MemoryGate } from './store/memory-gate.js';
import { PausedPartitions } from './store/paused-partitions.js';

const LOG_SOURCE = Symbol('log source');
const ENRICHER = Symbol('enricher');

/** One is being stored while one is being filled; more would take memory and no less time, as one thread fills them. */
const BLOCKS_IN_MEMORY = 2;

/** Bytes of log in memory, as they came, at which partitions are paused, and at which they go on. */
const MEMORY_MARKS = { high: 64 * 1_048_576, low: 32 * 1_048_576 };

/** Wires the flow: source → pipeline (memory, parser, writer → event log → store) → service. */
@Module({})
export class IngestModule {
  static register(settings: IngestSettings, logger: Logger): DynamicModule {
    return {
      module: IngestModule,
      imports: [HealthModule],
      providers: [
        { provide: LOG_SOURCE, useFactory: () => createSource(settings, systemClock, logger) },
        ...storeProviders(settings),
        enricherProvider(settings, logger),
        ...flowProviders(settings, logger),
        serviceProvider(),
      ],
    };
  }
}

function storeProviders({ clickhouse }: IngestSettings): Provider[] {
  return [
    {
      provide: Store,
      useFactory: () =>
        createStore({
          url: clickhouse.CLICKHOUSE_URL,
          user: clickhouse.CLICKHOUSE_USER,
          password: clickhouse.CLICKHOUSE_PASSWORD,
          database: clickhouse.CLICKHOUSE_DATABASE,
        }),
    },
    {
      provide: EventLog,
      inject: [Store],
      useFactory: (store: Store) =>
        new EventLog(store, { monotonicNow: () => systemClock.monotonic() }),
    },
  ];
}

/** Loads the reference data, tells their age, and says which of the operator's files cannot be used. */
function enricherProvider({ reference }: IngestSettings, logger: Logger): Provider {
  return {
    provide: ENRICHER,
    inject: [MetricsRegistry],
    useFactory: (registry: MetricsRegistry): Enricher => {
      const data = loadReferenceData({ folder: reference.REFERENCE_DATA_DIR });
      for (const { path, problem } of data.refused) {
        logger.error('a file of reference data is not used', { path, problem });
      }
      new ReferenceDataMetrics(registry, data, systemClock);
      return createEnricher(data);
    },
  };
}

function flowProviders({ ingest, plans, hashKey }: IngestSettings, logger: Logger): Provider[] {
  return [
    {
      provide: IngestMetrics,
      inject: [MetricsRegistry],
      useFactory: (registry: MetricsRegistry) => new IngestMetrics(registry),
    },
    {
      provide: PausedPartitions,
      inject: [IngestMetrics],
      useFactory: (metrics: IngestMetrics) =>
        new PausedPartitions((reason, partitions) => {
          metrics.paused.set({ reason }, partitions);
        }),
    },
    {
      provide: IngestPipeline,
      inject: [EventLog, PausedPartitions, IngestMetrics, ENRICHER],
      useFactory: (
        eventLog: EventLog,
        pauses: PausedPartitions,
        metrics: IngestMetrics,
        enrich: Enricher,
      ) =>
        new IngestPipeline({
          memory: new MemoryGate(pauses, MEMORY_MARKS, (held) => {
            metrics.heldBytes.set(held);
          }),
          parsers: new TopicParsers(plans, createKeyedHash(hashKey), enrich),
          slots: new BlockSlots(BLOCKS_IN_MEMORY),
          limits: { maxRows: ingest.BATCH_MAX_ROWS, maxBytes: ingest.BATCH_MAX_BYTES },
          writer: new LogWriter({ eventLog, pauses, metrics, logger }),
        }),
    },
  ];
}

function serviceProvider(): Provider {
  return {
    provide: IngestService,
    inject: [IngestPipeline, LOG_SOURCE, Store, IngestMetrics, PausedPartitions, ReadinessRegistry],
    useFactory: (
      pipeline: IngestPipeline,
      source: FileSource | KafkaSource,
      store: Store,
      metrics: IngestMetrics,
      ...[pauses, readiness]: [PausedPartitions, ReadinessRegistry]
    ) => {
      readiness.register('clickhouse', async () => {
        await store.ping();
        return pauses.count('store_away') === 0;
      });
      readiness.register('source', () => Promise.resolve(source.isReady));
      readiness.register('partitions', () => Promise.resolve(pauses.count('store_refuses') === 0));
      const reports =
        source instanceof FileSource
          ? new ProgressReports(() => ({ ...metrics.totals, ...source.progress }))
          : null;
      return new IngestService(pipeline, source, reports, store);
    },
  };
}
