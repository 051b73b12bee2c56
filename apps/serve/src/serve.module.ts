import { type DynamicModule, Module } from '@nestjs/common';
import {
  type ClickHouseConfig,
  HealthModule,
  type Logger,
  MetricsRegistry,
  ReadinessRegistry,
  systemClock,
} from '#libs/platform';
import { createStore } from '#libs/store';
import { type KafkaConfig } from '#libs/stream';
import { AuditModule } from './audit/audit.module.js';
import { EventMetrics } from './events/event-metrics.js';
import { StoredEvents } from './events/stored-events.js';
import { createFeedServer } from './feed/create-feed-server.js';
import { type FeedConfig } from './feed/feed-config.js';
import { FeedServer } from './feed/feed-server.js';
import { type ServeConfig } from './serve-config.js';
import { VerdictMetrics } from './verdicts/verdict-metrics.js';
import { reachAnyBroker } from './kafka/reach-any-broker.js';

export interface ServeConfigs {
  readonly serve: ServeConfig;
  readonly feed: FeedConfig;
  readonly clickhouse: ClickHouseConfig;
  readonly kafka: KafkaConfig | null;
}

/**
 * Wires what is served over HTTP: health, readiness, metrics read from the store, the audit of the stored log,
 * and, on a port of their own, the verdict feeds.
 */
@Module({})
export class ServeModule {
  static register(
    { serve: config, feed, clickhouse, kafka }: ServeConfigs,
    logger: Logger,
  ): DynamicModule {
    const store = createStore({
      url: clickhouse.CLICKHOUSE_URL,
      user: clickhouse.CLICKHOUSE_USER,
      password: clickhouse.CLICKHOUSE_PASSWORD,
      database: clickhouse.CLICKHOUSE_DATABASE,
    });
    const everyMs = config.AUDIT_INTERVAL_MS;
    return {
      module: ServeModule,
      imports: [HealthModule, AuditModule.register({ store, kafka, everyMs, logger })],
      providers: [
        {
          provide: StoredEvents,
          inject: [ReadinessRegistry],
          useFactory: (readiness: ReadinessRegistry) => {
            readiness.register('clickhouse', () => store.ping());
            readiness.register('schema', () => store.query('SELECT 1 FROM access_events LIMIT 0'));
            if (kafka !== null)
              readiness.register('kafka', () => reachAnyBroker(kafka.KAFKA_BROKERS));
            return new StoredEvents(store, systemClock);
          },
        },
        {
          provide: EventMetrics,
          inject: [MetricsRegistry, StoredEvents],
          useFactory: (registry: MetricsRegistry, events: StoredEvents) =>
            new EventMetrics(registry, () => events.totals(), logger),
        },
        {
          provide: VerdictMetrics,
          inject: [MetricsRegistry, StoredEvents],
          useFactory: (registry: MetricsRegistry, events: StoredEvents) =>
            new VerdictMetrics(registry, () => events.verdicts(), logger),
        },
        ...(feed.FEED_PORT === 0
          ? []
          : [
              {
                provide: FeedServer,
                inject: [MetricsRegistry, ReadinessRegistry],
                useFactory: (registry: MetricsRegistry, readiness: ReadinessRegistry) =>
                  createFeedServer(feed, store, { registry, readiness, logger }),
              },
            ]),
      ],
    };
  }
}
