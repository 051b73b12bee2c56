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
import { type ServeConfig } from './serve-config.js';
import { VerdictMetrics } from './verdicts/verdict-metrics.js';
import { reachAnyBroker } from './kafka/reach-any-broker.js';

/** Wires what is served over HTTP: health, readiness, metrics read from the store, and the audit of the stored log. */
@Module({})
export class ServeModule {
  static register(
    config: ServeConfig,
    clickhouse: ClickHouseConfig,
    kafka: KafkaConfig | null,
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
      ],
    };
  }
}
